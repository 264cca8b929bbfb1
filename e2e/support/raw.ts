import { type IncomingHttpHeaders, request } from "node:http";
import { server } from "./server";

type Asked = { method?: string; headers?: Record<string, string>; body?: string; chunks?: string[] };
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** A request as no browser makes it: any Host, and a body in chunks whose length is not declared. */
export function raw(
  path: string,
  { method = "GET", headers = {}, body, chunks }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, server.baseUrl), { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    if (body !== undefined) sent.setHeader("content-length", Buffer.byteLength(body));
    for (const chunk of chunks ?? []) sent.write(chunk);
    sent.end(body);
  });
}
