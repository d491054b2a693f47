/**
 * Writes a language model of a few megabytes that says one text: real weights in a real file, in which each token
 * makes the next one certain. Embeddings are the identity, attention adds nothing, the output is the chain of tokens.
 */
import { writeFileSync } from "node:fs";

const begin = "<｜begin▁of▁sentence｜>";
const end = "<｜end▁of▁sentence｜>";
export const assistant = "<｜Assistant｜>";

/** After the token that opens its turn the model says `says`, and ends. */
export function writeTinyModel(path: string, says: string): void {
  const { tokens, types, chain } = vocabulary(says);
  const size = tokens.length;
  const heads = size / headSize;
  const eye = (row: number, column: number) => (row === column ? 1 : 0);
  const successor = new Map(chain.slice(1).map((to, at) => [chain[at] ?? 0, to]));
  const next = (row: number, column: number) => (successor.get(column) === row ? 12 : -12);
  const nothing = () => 0;
  const one = () => 1;
  const tensors: readonly Tensor[] = [
    { name: "token_embd.weight", shape: [size, size], value: eye },
    { name: "output_norm.weight", shape: [size], value: () => 1 / Math.sqrt(size) },
    { name: "output.weight", shape: [size, size], value: next },
    { name: "blk.0.attn_norm.weight", shape: [size], value: one },
    { name: "blk.0.attn_q.weight", shape: [size, size], value: nothing },
    { name: "blk.0.attn_k.weight", shape: [size, headSize], value: nothing },
    { name: "blk.0.attn_v.weight", shape: [size, headSize], value: nothing },
    { name: "blk.0.attn_output.weight", shape: [size, size], value: nothing },
    { name: "blk.0.ffn_norm.weight", shape: [size], value: one },
    { name: "blk.0.ffn_gate.weight", shape: [size, 32], value: nothing },
    { name: "blk.0.ffn_up.weight", shape: [size, 32], value: nothing },
    { name: "blk.0.ffn_down.weight", shape: [32, size], value: nothing },
  ];
  const facts: readonly (readonly [string, Value])[] = [
    ["general.architecture", text("llama")],
    ["general.name", text("tiny")],
    ["llama.context_length", whole(4096)],
    ["llama.embedding_length", whole(size)],
    ["llama.block_count", whole(1)],
    ["llama.feed_forward_length", whole(32)],
    ["llama.attention.head_count", whole(heads)],
    ["llama.attention.head_count_kv", whole(1)],
    ["llama.attention.layer_norm_rms_epsilon", real(1e-9)],
    ["llama.rope.dimension_count", whole(headSize)],
    ["llama.vocab_size", whole(size)],
    ["tokenizer.ggml.model", text("gpt2")],
    ["tokenizer.ggml.pre", text("llama-bpe")],
    ["tokenizer.ggml.tokens", list(8, tokens.map(string))],
    ["tokenizer.ggml.token_type", list(5, types.map(int32))],
    ["tokenizer.ggml.merges", list(8, [])],
    ["tokenizer.ggml.bos_token_id", whole(tokens.indexOf(begin))],
    ["tokenizer.ggml.eos_token_id", whole(tokens.indexOf(end))],
  ];
  writeFileSync(path, file(facts, tensors));
}

const headSize = 32;

/** Every byte, the special tokens, and pieces of the text that occur once, so that the chain has no branches. */
function vocabulary(says: string) {
  const tokens = Array.from({ length: 256 }, (_, byte) => letterOf(byte));
  const types = tokens.map(() => 1);
  const add = (token: string, type: number) => {
    types.push(type);
    return tokens.push(token) - 1;
  };
  add(begin, 3);
  const last = add(end, 3);
  const chain = [add(assistant, 3)];
  let piece = "";
  for (const char of says) {
    piece += char;
    const token = [...Buffer.from(piece)].map(letterOf).join("");
    if (piece.length < 3 || tokens.includes(token)) continue;
    chain.push(add(token, 1));
    piece = "";
  }
  if (piece) chain.push(add([...Buffer.from(piece)].map(letterOf).join(""), 1));
  chain.push(last);
  while (tokens.length % headSize !== 0) add(`[${tokens.length}]`, 5);
  return { tokens, types, chain };
}

/** Vocabularies over bytes write each as a visible character. */
function letterOf(byte: number): string {
  const visible = (b: number) => (b > 32 && b < 127) || (b > 160 && b !== 173);
  if (visible(byte)) return String.fromCharCode(byte);
  const before = Array.from({ length: byte }, (_, b) => b).filter((b) => !visible(b)).length;
  return String.fromCharCode(256 + before);
}

interface Tensor {
  readonly name: string;
  /** The first runs fastest. */
  readonly shape: readonly number[];
  value(row: number, column: number): number;
}

interface Value {
  readonly type: number;
  readonly bytes: Buffer;
}

const int32 = (n: number): Buffer => Buffer.from(Int32Array.of(n).buffer);
const int64 = (n: number): Buffer => Buffer.from(BigInt64Array.of(BigInt(n)).buffer);
const string = (s: string): Buffer => Buffer.concat([int64(Buffer.byteLength(s)), Buffer.from(s)]);
const text = (s: string): Value => ({ type: 8, bytes: string(s) });
const whole = (n: number): Value => ({ type: 4, bytes: int32(n) });
const real = (x: number): Value => ({ type: 6, bytes: Buffer.from(Float32Array.of(x).buffer) });
const list = (type: number, entries: readonly Buffer[]): Value => ({
  type: 9,
  bytes: Buffer.concat([int32(type), int64(entries.length), ...entries]),
});

/** Version 3 of the format: facts, the table of tensors, then their numbers, each part aligned to 32 bytes. */
function file(facts: readonly (readonly [string, Value])[], tensors: readonly Tensor[]): Buffer {
  const data = tensors.map(numbers);
  let offset = 0;
  const table = tensors.map(({ name, shape }, at) => {
    const row = [string(name), int32(shape.length), ...shape.map(int64), int32(0), int64(offset)];
    offset += data[at]?.length ?? 0;
    return Buffer.concat(row);
  });
  const head = Buffer.concat([
    Buffer.from("GGUF"),
    int32(3),
    int64(tensors.length),
    int64(facts.length),
    ...facts.map(([name, { type, bytes }]) => Buffer.concat([string(name), int32(type), bytes])),
    ...table,
  ]);
  return Buffer.concat([aligned(head), ...data]);
}

function numbers({ shape, value }: Tensor): Buffer {
  const [columns = 1, rows = 1] = shape;
  const all = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      all[row * columns + column] = value(row, column);
  return aligned(Buffer.from(all.buffer));
}

const aligned = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((32 - (bytes.length % 32)) % 32)]);
