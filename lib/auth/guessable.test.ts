import { describe, expect, it } from "vitest";
import { isCommon, isPersonal } from "./guessable";

describe("a common password", () => {
  it.each([
    "1qaz2wsx3edc",
    "administrator",
    "Password1234",
    "P@ssw0rd1234",
    "qwerty123456!!",
    "iloveyouiloveyou",
    "letmein letmein",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "123456789012",
    "098765432109",
    "abcdefghijkl",
    "qwertyuiopas",
    "ＰＡＳＳＷＯＲＤ1234",
  ])("%s is refused", (password) => expect(isCommon(password)).toBe(true));

  it.each([
    "five random words here",
    "a long enough password",
    "correct horse battery",
    "xk2p9-mq4rt-vvw7z",
    "größere Zahlen, bitte",
    "パスワードではない言葉です",
  ])("%s is not one", (password) => expect(isCommon(password)).toBe(false));
});

describe("a personal password", () => {
  const words = ["ada.admin@example.com", "Ada Admin", "Example Studio"];
  it.each([
    "ada.admin@example.com",
    "Ada.Admin2026",
    "ExampleStudio1",
    "example studio 99",
    "Counterfoil2026!",
    "adaadminadaadmin",
  ])("%s is refused", (password) => expect(isPersonal(password, words)).toBe(true));

  it.each(["ada has never seen the sea", "five random words here"])("%s is not one", (password) =>
    expect(isPersonal(password, words)).toBe(false),
  );
});
