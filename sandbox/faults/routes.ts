import { ZodError } from "zod";
import { jsonBody, wantsForm } from "../http/body";
import { json, noContent, redirect } from "../http/reply";
import type { Call, Route } from "../http/router";
import type { World } from "../world";
import type { FaultInput } from "./faults";

function fromForm(call: Call): unknown {
  const form = new URLSearchParams(call.body.toString("utf8"));
  const [target, kind] = (form.get("fault") ?? "").split(":");
  const count = (name: string) => (/^\d+$/.test(form.get(name) ?? "") ? Number(form.get(name)) : undefined);
  return { target, kind, times: count("times"), match: form.get("match") || undefined, ms: count("ms") };
}

/** `/faults`: arm, list and disarm misbehaviours, by JSON or from the overview's form. */
export function faultRoutes(world: World): Route[] {
  return [
    { method: "GET", path: "/faults", handle: () => json(200, { faults: world.faults.list() }) },
    {
      method: "POST",
      path: "/faults",
      handle: (call) => {
        const form = wantsForm(call);
        const input = form ? fromForm(call) : jsonBody(call);
        try {
          const fault = world.faults.add(input as FaultInput);
          return form ? redirect("/#faults") : json(201, fault);
        } catch (error) {
          if (error instanceof ZodError) return json(400, { error: "invalid_fault", issues: error.issues });
          throw error;
        }
      },
    },
    {
      method: "DELETE",
      path: "/faults",
      handle: () => {
        world.faults.clear();
        return noContent();
      },
    },
    {
      method: "DELETE",
      path: "/faults/:id",
      handle: (call) =>
        world.faults.remove(call.params.id ?? "") ? noContent() : json(404, { error: "not_found" }),
    },
    {
      method: "POST",
      path: "/faults/clear",
      handle: () => {
        world.faults.clear();
        return redirect("/#faults");
      },
    },
  ];
}
