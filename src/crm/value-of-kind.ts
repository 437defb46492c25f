import * as z from 'zod/mini';
import { limits } from '../contract/limits';
import type { FieldKind, TemplateField } from '../contract/template';
import type { FieldValue } from '../domain/contact';

/** Digits with what people write between them, and perhaps an extension: `+49 (30) 1234-56 ext. 7`. Long texts are not matched. */
const phone = z
  .string()
  .check(
    z.minLength(3),
    z.maxLength(40, { abort: true }),
    z.regex(/^\+?[\d\s()\-/.]*\d[\d\s()\-/.]*(?:(?:ext\.?|x|#)\s?\d{1,8})?$/iu),
  );

const link = z.string().check(
  z.maxLength(2048),
  z.regex(/^https?:\/\/\S+$/iu),
  z.refine((value) => URL.canParse(value)),
);

const email = z.string().check(z.maxLength(limits.emailLength), z.regex(/^[^\s@]+@[^\s@]+$/u));

const rules: Record<Exclude<FieldKind, 'choice' | 'choices'>, { schema: z.ZodMiniType; reason: string }> = {
  text: {
    schema: z.string().check(z.maxLength(limits.nameLength)),
    reason: `is no text of at most ${limits.nameLength} characters`,
  },
  'long-text': {
    schema: z.string().check(z.maxLength(limits.fieldTextLength)),
    reason: `is no text of at most ${limits.fieldTextLength} characters`,
  },
  number: { schema: z.number(), reason: 'is no number' },
  date: { schema: z.iso.date(), reason: 'is no date as YYYY-MM-DD' },
  'yes-no': { schema: z.boolean(), reason: 'is neither true nor false' },
  email: { schema: email, reason: 'is no email address' },
  phone: { schema: phone, reason: 'is no phone number' },
  link: { schema: link, reason: 'is no address that begins with http:// or https://' },
};

/** Why a value cannot stand in a field, whatever stood there before; undefined if it can. */
export function whyNoValue({ kind, options = [] }: TemplateField, value: FieldValue): string | undefined {
  const ids = options.map(({ id }) => id);
  if (kind === 'choice') {
    return typeof value === 'string' && ids.includes(value) ? undefined : 'is no option of the field';
  }
  if (kind === 'choices') {
    const areOptions = Array.isArray(value) && value.every((id) => ids.includes(id));
    if (!areOptions) return 'is no list of options of the field';
    return new Set(value).size === value.length ? undefined : 'has an option twice';
  }
  const { schema, reason } = rules[kind];
  return schema.safeParse(value).success ? undefined : reason;
}
