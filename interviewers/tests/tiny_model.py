"""A model of half a megabyte that talks nonsense, served by llama.cpp's own server.

``python -m interviewers.tests.tiny_model FILE`` writes the model to FILE, serves it on a free port
of 127.0.0.1, prints the address on one line and stops when its standard input ends.

Its weights are chance but for one dimension of the hidden state, which is the same for every token
and serves as a bias: byte tokens are not chosen, and a reply ends after a few dozen characters.
"""

from __future__ import annotations

import string
import sys
from pathlib import Path

import gguf
import numpy as np
import xllamacpp

__all__ = ["KEY", "serve", "write"]

KEY = "nobody-elses-key"
"""What the server wants to see."""

_WIDTH, _HEADS, _INNER, _BLOCKS, _CONTEXT = 64, 2, 256, 2, 32_768
_SPOKEN = [
    *string.ascii_letters,
    *string.digits,
    *' ,.?!:;{}[]"-',
    "好的",
    "请说",
    "问题",
    "项目",
    "。",
]
_NEVER = -30.0
_BIAS = {"</s>": 1.0, '"': 1.5, "]": 1.0, "}": 1.0}
"""What is added to the logit of tokens that end something."""
_BIAS |= {token: _NEVER for token in _SPOKEN if not token.isascii()}
"""English alone: whoever speaks another language than the interview's is given to nobody."""

_TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}"
    "assistant: "
)


def write(path: Path) -> None:
    """Write the model. The same file every time."""
    chance = np.random.default_rng(7)
    control = ["<unk>", "<s>", "</s>"]
    raw = [f"<0x{number:02X}>" for number in range(256)]
    spoken = [token.replace(" ", "▁") for token in _SPOKEN]
    tokens = [*control, *raw, *spoken]
    kinds = [
        gguf.TokenType.UNKNOWN,
        gguf.TokenType.CONTROL,
        gguf.TokenType.CONTROL,
        *[gguf.TokenType.BYTE] * len(raw),
        *[gguf.TokenType.NORMAL] * len(spoken),
    ]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("nonsense")
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(_BLOCKS)
    writer.add_feed_forward_length(_INNER)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(_TEMPLATE)

    def matrix(rows: int, columns: int, size: float) -> np.ndarray:
        return (chance.standard_normal((rows, columns)) * size).astype(np.float32)

    embeddings = matrix(len(tokens), _WIDTH, 0.5)
    embeddings[:, 0] = 8.0
    output = matrix(len(tokens), _WIDTH, 0.1)
    # After normalisation the constant dimension is about 9.
    output[:, 0] = [
        (_BIAS.get(token, 0.0) if token in spoken or token == "</s>" else _NEVER) / 9.0
        for token in tokens
    ]
    writer.add_tensor("token_embd.weight", embeddings)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", np.ones(_WIDTH, dtype=np.float32))
    for block in range(_BLOCKS):
        name = f"blk.{block}"
        for norm in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{name}.{norm}.weight", np.ones(_WIDTH, dtype=np.float32))
        shapes = {
            "attn_q": (_WIDTH, _WIDTH),
            "attn_k": (_WIDTH, _WIDTH),
            "attn_v": (_WIDTH, _WIDTH),
            "attn_output": (_WIDTH, _WIDTH),
            "ffn_gate": (_INNER, _WIDTH),
            "ffn_up": (_INNER, _WIDTH),
            "ffn_down": (_WIDTH, _INNER),
        }
        for part, (rows, columns) in shapes.items():
            weights = matrix(rows, columns, 0.05)
            if part in ("attn_output", "ffn_down"):
                weights[0] = 0.0
            writer.add_tensor(f"{name}.{part}.weight", weights.astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def serve(path: Path) -> None:
    """Serve the model until standard input ends."""
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(path)
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_ctx = _CONTEXT
    parameters.n_parallel = 2
    parameters.n_gpu_layers = 0
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.warmup = False
    parameters.sampling.seed = 7
    parameters.api_keys = [KEY]
    parameters.verbosity = 0
    server = xllamacpp.Server(parameters)
    print(server.listening_address, flush=True)  # noqa: T201 - what the parent waits for
    sys.stdin.read()


if __name__ == "__main__":
    file = Path(sys.argv[1])
    write(file)
    serve(file)
