#!/usr/bin/env python3
"""A server that misbehaves on purpose. `server.py` prints its port and serves 127.0.0.1 until its
standard input ends. The first part of a path names the scenario: http://127.0.0.1:PORT/drip/v1/chat/completions.
/journal gives what was asked, as JSON (method, path, headers, body), /count/NAME how often a scenario was asked.
Files: /files/N is N bytes of a fixed pattern, with ranges; /files-norange, /files-cut, /files-wrong likewise.
With llama-server's words (`--port N`, others are left alone) it stands for the local one: it wants the key of LLAMA_API_KEY, is
loading for FAKE_LOAD_S seconds, and serves FAKE_SCENARIO."""
import json
import os
import pathlib
import re
import socket
import sys
import threading
import time

journal, counts, lock = [], {}, threading.Lock()
other_port = 0
local = "--port" in sys.argv
key, started, load_s = os.environ["LLAMA_API_KEY"] if local else None, time.monotonic(), float(os.environ.get("FAKE_LOAD_S", 0))


def pattern(n, start=0):
    block = bytes((i * 7 + i // 251) % 256 for i in range(64 * 1024))
    out = block * ((start + n) // len(block) + 1)
    return out[start : start + n]


def chunk(delta=None, finish=None, **more):
    o = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "fake", "choices": [{"index": 0, "delta": delta or {}, "finish_reason": finish}]}
    o.update(more)
    return "data: " + json.dumps(o, ensure_ascii=False) + "\n\n"


USAGE = {"id": "c1", "choices": [], "usage": {"prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15}}
DONE = "data: [DONE]\n\n"
# What it says where nothing else is asked of it; FAKE_SENTENCE: what a test needs to be true of its own program.
SENTENCE = os.environ.get("FAKE_SENTENCE")
WORDS = [w + " " for w in SENTENCE.split()] if SENTENCE else ["The ", "string ", "moved."]


class Reply:
    def __init__(self, sock):
        self.sock = sock

    def raw(self, data):
        self.sock.sendall(data if isinstance(data, bytes) else data.encode())

    def head(self, status="200 OK", kind="text/event-stream", **headers):
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}" if kind else None, "Connection: close"]
        lines += [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
        self.raw("\r\n".join(x for x in lines if x) + "\r\n\r\n")

    def whole(self, body, status="200 OK", kind="application/json", **headers):
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.head(status, kind, Content_Length=len(data), **headers)
        self.raw(data)

    def words(self, words=WORDS, finish="stop", usage=True):
        self.raw(chunk({"role": "assistant", "content": ""}))
        for w in words:
            self.raw(chunk({"content": w}))
        self.raw(chunk({}, finish))
        if usage:
            self.raw("data: " + json.dumps(USAGE) + "\n\n")
        self.raw(DONE)


def api_error(message, kind="invalid_request_error", code=None, param=None):
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def chat(r, name, body, nth):
    if name == "drip":
        r.head()
        for byte in (chunk({"content": "é€🦀"}) + chunk({}, "stop") + DONE).encode():
            r.raw(bytes([byte]))
            time.sleep(0.001)
    elif name == "crlf":
        r.head()
        r.raw("\ufeff: hello\r\n\r\n" + (chunk({"content": "a"}) + chunk({"content": "b"}, "stop") + DONE).replace("\n", "\r\n"))
    elif name == "cut":
        r.head(Content_Length=10000)
        r.raw(chunk({"content": "half "}) + 'data: {"choices":[{"de')
    elif name == "eof":  # no length, no [DONE], no finish reason
        r.head()
        r.raw(chunk({"content": "half "}))
    elif name == "silent":
        time.sleep(20)
    elif name == "stall":
        r.head()
        r.raw(chunk({"content": "half "}))
        time.sleep(20)
    elif name == "401":
        r.whole(api_error("Incorrect API key provided: sk-abc***xyz.", code="invalid_api_key"), "401 Unauthorized")
    elif name == "401text":
        r.head("401 Unauthorized", None)
        r.raw("401 Unauthorized: the key is missing")
    elif name == "402":
        r.whole({"error": {"message": "Insufficient credits", "code": 402}}, "402 Payment Required")
    elif name == "429once":
        if nth == 1:
            r.whole(api_error("Rate limit reached"), "429 Too Many Requests", retry_after_ms=30)
        else:
            r.head()
            r.words()
    elif name == "429":
        r.whole(api_error("Rate limit reached"), "429 Too Many Requests", retry_after="0")
    elif name == "429long":
        r.whole(api_error("Rate limit reached"), "429 Too Many Requests", retry_after="3600")
    elif name == "quota":
        r.whole(api_error("You exceeded your current quota", "insufficient_quota", "insufficient_quota"), "429 Too Many Requests")
    elif name == "500html":
        r.whole("<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>", "502 Bad Gateway", "text/html", retry_after_ms=10)
    elif name == "200html":
        r.whole("<html><body>Please log in to the WiFi</body></html>", kind="text/html")
    elif name == "503loading":
        if nth <= 2:
            r.whole({"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}, "503 Service Unavailable", retry_after_ms=20)
        else:
            r.head()
            r.words()
    elif name == "overflow400":
        r.whole(api_error("This model's maximum context length is 128 tokens.", code="context_length_exceeded"), "400 Bad Request")
    elif name == "overflowllama":
        r.whole({"error": {"code": 400, "message": "the request exceeds the available context size", "type": "exceed_context_size_error", "n_prompt_tokens": 5000, "n_ctx": 4096}}, "400 Bad Request")
    elif name == "overflow500":
        r.whole({"error": {"code": 500, "message": "Context size has been exceeded.", "type": "server_error"}}, "500 Internal Server Error")
    elif name == "errorchunk":
        r.head()
        r.raw(chunk({"content": "half "}) + 'data: {"error":{"code":502,"message":"Provider disconnected"}}\n\n')
    elif name == "errorfirst":
        r.head()
        r.raw('data: {"error":{"code":429,"message":"Rate limited upstream"}}\n\n')
    elif name in ("reasoning", "reasoning2"):
        field = "reasoning_content" if name == "reasoning" else "reasoning"
        r.head()
        r.raw(chunk({"role": "assistant", "content": None, field: "Let me "}) + chunk({field: "think."}))
        r.words()
    elif name == "think":
        r.head()
        for c in "<think>hm, <b></think>\n\n" + (SENTENCE or "Yes."):
            r.raw(chunk({"content": c}))
        r.raw(chunk({}, "stop") + DONE)
    elif name == "length":
        r.head()
        r.words(finish="length")
    elif name == "filter":
        r.head()
        r.words(["No"], finish="content_filter")
    elif name == "empty":
        r.head()
        r.words([])
    elif name == "dripping":  # a word every 10 ms, for 10 s
        r.head()
        for _ in range(1000):
            r.raw(chunk({"content": "word "}))
            time.sleep(0.01)
    elif name == "endless":
        r.head()
        while True:
            r.raw(chunk({"content": "again and again "}) * 50)
    elif name == "bigline":
        r.head()
        r.raw('data: {"choices":[{"delta":{"content":"')
        for _ in range(50):
            r.raw("x" * 1_000_000)
        r.raw('"}}]}\n\n')
    elif name == "badjson":
        r.head()
        r.raw(chunk({"content": "ok "}) + "data: {not json}\n\n" + DONE)
    elif name == "json":
        r.whole({"id": "x", "object": "chat.completion", "choices": [{"index": 0, "message": {"role": "assistant", "content": SENTENCE or "All at once."}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 5, "completion_tokens": 3}})
    elif name == "nomaxtokens" and "max_tokens" in body:
        r.whole(api_error("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", code="unsupported_parameter", param="max_tokens"), "400 Bad Request")
    elif name == "picky" and "temperature" in body:
        r.whole(api_error("Unsupported value: 'temperature' does not support 0.2 with this model.", code="unsupported_value", param="temperature"), "400 Bad Request")
    elif name == "picky" and "stream_options" in body:
        r.whole({"detail": [{"loc": ["body", "stream_options"], "msg": "extra fields not permitted"}]}, "422 Unprocessable Entity")
    elif name == "404model":
        r.whole(api_error("The model `nix` does not exist", code="model_not_found"), "404 Not Found")
    elif name == "script":  # the files of FAKE_SCRIPT in order, one an answer; the last again and again
        texts = sorted(pathlib.Path(os.environ["FAKE_SCRIPT"]).iterdir())
        r.head()
        r.words([texts[min(nth, len(texts)) - 1].read_text()])
    elif name == "tie":  # says what rustc says of a moved `s`
        r.head()
        r.words(["The value ", "of `s` ", "is moved."])
    elif name == "tiehalf":  # the second sentence was not told of
        r.head()
        r.words(["The value ", "of `s` ", "is moved. ", "Line 1 destroys ", "the program."])
    elif name == "frame":  # says sentences of learn/frames again, in nearly the same words
        r.head()
        r.words(["Sure! Line 3 moves ", "`s`, and after that line 4 ", "borrows it. ", "After this move, ", "`s` has no value any more."])
    elif name == "redirect":
        r.whole("", "307 Temporary Redirect", Location=f"http://localhost:{other_port}/journal")
    else:
        r.head()
        r.words()


def models(r, name):
    owners = {"llamacpp": "llamacpp", "ollama": "library", "vllm": "vllm", "lmstudio": "organization_owner"}
    if name == "nomodels":
        r.whole("404 page not found", "404 Not Found", "text/plain")
    elif name == "401":
        r.whole(api_error("Incorrect API key provided.", code="invalid_api_key"), "401 Unauthorized")
    elif name == "silent":
        time.sleep(20)
    else:
        r.whole({"object": "list", "data": [{"id": "fake", "object": "model", "owned_by": owners.get(name, "someone")}]})


def embeddings(r, name, body):
    n = len(body["input"])
    rows = [{"object": "embedding", "index": i, "embedding": [float(i + 1), 0.5, -1.0, 0.0]} for i in range(n)]
    if name == "emb-order":
        rows.reverse()
    elif name == "emb-few":
        rows.pop()
    elif name == "emb-dim":
        rows[-1]["embedding"].append(1.0)
    elif name == "emb-twice":
        rows[-1]["index"] = 0
    text = json.dumps({"object": "list", "data": rows})
    if name == "emb-nan":
        text = text.replace("-1.0", "NaN")
    if name == "emb-inf":
        text = text.replace("-1.0", "1e999")
    if name == "emb-null":
        text = text.replace("-1.0", "null")
    r.whole(text)


def files(r, kind, n, headers, nth):
    data = pattern(n)
    if kind == "files-wrong":
        data = bytes([data[0] ^ 1]) + data[1:]
    m = re.match(r"bytes=(\d+)-$", headers.get("range", ""))
    start = int(m.group(1)) if m and kind != "files-norange" else 0
    if start >= n:
        r.whole("", "416 Range Not Satisfiable")
        return
    if kind == "files-500":
        r.whole("<h1>oops</h1>", "404 Not Found", "text/html")
        return
    if kind == "files-moved":
        r.whole("", "302 Found", Location=f"/files/{n}")
        return
    status = "206 Partial Content" if start else "200 OK"
    r.head(status, "application/octet-stream", Content_Length=n - start, **({"Content-Range": f"bytes {start}-{n - 1}/{n}"} if start else {}))
    part = data[start:]
    if kind == "files-cut":
        part = part[: max(n // 4, 20000)]
    if kind == "files-slow":
        for i in range(0, len(part), 20000):
            r.raw(part[i : i + 20000])
            time.sleep(0.02)
        return
    r.raw(part)


def serve(r, method, path, headers, body):
    parts = path.strip("/").split("/")
    name = parts[0]
    with lock:
        if name not in ("journal", "count"):
            journal.append({"method": method, "path": path, "headers": headers, "body": body.decode("utf-8", "replace")})
            counts[name + ("" if len(parts) < 4 else "/chat")] = counts.get(name + ("" if len(parts) < 4 else "/chat"), 0) + 1
        nth = counts.get(name + ("" if len(parts) < 4 else "/chat"), 0)
    if name == "journal":
        r.whole(journal)
    elif name == "count":
        r.whole(str(counts.get("/".join(parts[1:]), 0)))
    elif name.startswith("files"):
        files(r, name, int(parts[1]), headers, nth)
    elif path.endswith("/models"):
        models(r, name)
    elif path.endswith("/embeddings"):
        embeddings(r, name, json.loads(body))
    elif path.endswith("/health") and time.monotonic() - started < load_s:
        r.whole(api_error("Loading model"), "503 Service Unavailable")
    elif path.endswith("/health"):
        r.whole({"status": "ok"})
    elif key and headers.get("authorization") != "Bearer " + key:
        r.whole(api_error("Invalid API Key"), "401 Unauthorized")
    elif path.endswith("/chat/completions"):
        chat(r, os.environ.get("FAKE_SCENARIO", name) if local else name, json.loads(body), nth)
    else:
        r.whole(api_error("Not Found"), "404 Not Found")


def connection(sock):
    with sock:
        try:
            data = b""
            while b"\r\n\r\n" not in data:
                piece = sock.recv(65536)
                if not piece:
                    return
                data += piece
                if data[0] == 22:  # a TLS hello
                    return
            head, body = data.split(b"\r\n\r\n", 1)
            lines = head.decode("latin-1").split("\r\n")
            method, path, _ = lines[0].split(" ")
            headers = {k.strip().lower(): v.strip() for k, v in (x.split(":", 1) for x in lines[1:])}
            while len(body) < int(headers.get("content-length", 0)):
                body += sock.recv(65536)
            serve(Reply(sock), method, path, headers, body)
            sock.shutdown(socket.SHUT_WR)
            sock.settimeout(1)
            sock.recv(1)
        except OSError:
            pass


def listen(port=0):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("127.0.0.1", port))
    s.listen(64)

    def accept():
        while True:
            sock, _ = s.accept()
            threading.Thread(target=connection, args=(sock,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return s.getsockname()[1]


if local:
    listen(int(sys.argv[sys.argv.index("--port") + 1]))
    threading.Event().wait()
port = listen()
other_port = listen()
print(port, flush=True)
sys.stdin.read()
