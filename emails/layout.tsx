import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { ReactNode } from "react";

const font = { fontFamily: "ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif" };
const ink = { ...font, color: "#1f2430", fontSize: "15px", lineHeight: "24px" };

export type EmailProps = {
  locale: string;
  preview: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  /** A figure that people look for first. */
  amount?: string | undefined;
  /** Null where there is nothing to do. */
  button: { label: string; href: string } | null;
  footer: string;
  accentColor: string;
};

/** The one shape of all messages: what happened, the amount, one thing to do. */
export function EmailLayout(props: EmailProps): ReactNode {
  return (
    <Html lang={props.locale}>
      <Head />
      <Preview>{props.preview}</Preview>
      <Body style={{ ...font, backgroundColor: "#f4f5f7", margin: 0, padding: "32px 12px" }}>
        <Container
          style={{ backgroundColor: "#ffffff", borderRadius: "10px", maxWidth: "560px", padding: "32px" }}
        >
          <Section
            style={{ borderTop: `4px solid ${props.accentColor}`, width: "48px", margin: "0 0 20px" }}
          />
          <Heading
            as="h1"
            style={{ ...ink, fontSize: "20px", lineHeight: "28px", fontWeight: 600, margin: "0 0 16px" }}
          >
            {props.heading}
          </Heading>
          <Text style={{ ...ink, margin: "0 0 12px" }}>{props.greeting}</Text>
          {props.amount ? (
            <Text
              style={{ ...ink, fontSize: "30px", lineHeight: "38px", fontWeight: 600, margin: "0 0 12px" }}
            >
              {props.amount}
            </Text>
          ) : null}
          {props.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ ...ink, margin: "0 0 12px", whiteSpace: "pre-line" }}>
              {paragraph}
            </Text>
          ))}
          {props.button ? (
            <Section style={{ margin: "24px 0 8px" }}>
              <Button
                href={props.button.href}
                style={{
                  ...font,
                  backgroundColor: "#1f2430",
                  borderRadius: "8px",
                  color: "#ffffff",
                  fontSize: "15px",
                  fontWeight: 600,
                  padding: "12px 20px",
                }}
              >
                {props.button.label}
              </Button>
            </Section>
          ) : null}
          <Hr style={{ borderColor: "#e5e7eb", margin: "24px 0 16px" }} />
          <Text style={{ ...font, color: "#6b7280", fontSize: "13px", lineHeight: "20px", margin: 0 }}>
            {props.footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
