import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { acceptFile } from "./accept";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#4f46e5" } });
const refusal = (file: string) => ({ code: "invalid", fields: { file } });

describe("an upload", () => {
  it("that is an SVG is refused by name, also when it is called a PNG", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await expect(acceptFile("logo", "logo.png", svg)).rejects.toMatchObject(refusal("fileSvg"));
  });

  it("is taken for what its content is, not for its name", async () => {
    const jpeg = await picture(20, 10).jpeg().toBuffer();
    expect((await acceptFile("attachment", "scan.pdf", jpeg)).contentType).toBe("image/jpeg");
    await expect(acceptFile("attachment", "a.png", Buffer.from("<html>"))).rejects.toMatchObject(
      refusal("fileType"),
    );
    const pdf = Buffer.from("%PDF-1.7\n%%EOF");
    await expect(acceptFile("logo", "logo.png", pdf)).rejects.toMatchObject(refusal("fileType"));
  });

  it("that is empty, over its size or breaks off is refused", async () => {
    const png = await picture(40, 40).png().toBuffer();
    await expect(acceptFile("logo", "a.png", Buffer.alloc(0))).rejects.toMatchObject(refusal("fileEmpty"));
    const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]);
    await expect(acceptFile("logo", "a.png", large)).rejects.toMatchObject(refusal("fileTooLarge|2"));
    const noise = await sharp({
      create: {
        width: 99,
        height: 99,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 99, sigma: 50 },
      },
    })
      .jpeg()
      .toBuffer();
    const half = noise.subarray(0, noise.length / 2);
    await expect(acceptFile("logo", "a.jpg", half)).rejects.toMatchObject(refusal("fileBroken"));
  });

  it("of few bytes and 30 megapixels is refused before it is decoded", async () => {
    const bomb = await picture(6000, 5000).png().toBuffer();
    expect(bomb.byteLength).toBeLessThan(500_000);
    await expect(acceptFile("logo", "a.png", bomb)).rejects.toMatchObject(refusal("tooManyPixels|25"));
  });

  it("loses what a picture says about camera and place, and what was hung on behind it", async () => {
    const jpeg = await picture(30, 20)
      .withExif({ IFD0: { Make: "Spycam" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect((await sharp(jpeg).metadata()).exif).toBeDefined();
    const hung = Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>")]);
    const { bytes } = await acceptFile("attachment", "photo.jpg", hung);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).not.toContain("Spycam");
    expect(text).not.toContain("<script>");
  });

  it("becomes a PNG of at most 800 × 400 when it is a logo, upright", async () => {
    const wide = await picture(2000, 500).webp().toBuffer();
    const logo = await acceptFile("logo", "C:\\fakepath\\Our logo.webp", wide);
    expect(logo).toMatchObject({ name: "Our logo.webp", contentType: "image/png", width: 800, height: 200 });
    const lying = await picture(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await acceptFile("logo", "a.jpg", lying)).toMatchObject({ width: 20, height: 60 });
  });

  it("that is a PDF with actions in it is refused", async () => {
    const pdf = Buffer.from("%PDF-1.7\n<< /S /JavaScript >>\n%%EOF");
    await expect(acceptFile("attachment", "a.pdf", pdf)).rejects.toMatchObject(refusal("fileActive"));
  });
});
