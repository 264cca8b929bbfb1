import { describe, expect, it } from "vitest";
import { fileTypeOf } from "./file-type";
import { isActivePdf } from "./pdf-names";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const PNG = "\x89PNG\r\n\x1a\n";

describe("a file is what its content says", () => {
  it.each([
    ["png", `${PNG}\0\0\0\rIHDR`],
    ["jpeg", "\xff\xd8\xff\xe0\0\x10JFIF"],
    ["webp", "RIFF\0\0\0\0WEBPVP8 "],
    ["pdf", "%PDF-1.7\n...\n%%EOF\n"],
  ])("%s", (type, text) => expect(fileTypeOf(bytes(text))).toBe(type));

  it.each([
    ["an HTML page behind a PNG's signature", `${PNG}<html><script>alert(1)</script>`],
    ["an HTML page", "<!doctype html><script>alert(1)</script>"],
    ["a GIF", "GIF89a\x01\0\x01\0"],
    ["a PDF behind something else", "<html>%PDF-1.7\n%%EOF"],
    ["a PDF that breaks off", "%PDF-1.7\n1 0 obj"],
    ["a signature alone", PNG],
    ["nothing", ""],
  ])("%s is none of those that are taken", (_, text) => expect(fileTypeOf(bytes(text))).toBeNull());

  it.each([
    ["", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    [" behind a declaration and a comment", '\xef\xbb\xbf<?xml version="1.0"?><!-- a --><SVG >'],
    [" in UTF-16", "\xff\xfe<\0s\0v\0g\0 \0"],
  ])("an SVG%s is known as one, whatever it is called", (_, text) =>
    expect(fileTypeOf(bytes(text))).toBe("svg"),
  );
});

describe("a PDF that names actions or other files is told from one that does not", () => {
  it.each(["/S /JavaScript", "/S/Launch", "/EmbeddedFiles 3 0 R", "/EmbeddedFile", "/Java#53cript"])(
    "%s",
    (name) => expect(isActivePdf(bytes(`%PDF-1.7 << ${name} >> %%EOF`))).toBe(true),
  );
  it("/Launched and /Type /Catalog are none", () =>
    expect(isActivePdf(bytes("%PDF-1.7 << /Launched /Type /Catalog >>"))).toBe(false));
});
