"""One module per form of input: text, HTML, JSONL ... to reports or rejects."""
