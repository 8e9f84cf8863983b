#!/usr/bin/env python3
"""The prebuilt llama.cpp behind llama-server's own switches (the few that tutor uses). The key comes in
LLAMA_API_KEY, so that it stands in no list of processes. Ends with its parent."""
import argparse
import ctypes
import os
import signal
import sys

a = argparse.ArgumentParser()
a.add_argument("--lib", required=True)
a.add_argument("--model", required=True)
a.add_argument("--host", default="127.0.0.1")
a.add_argument("--port", type=int, required=True)
a.add_argument("--ctx-size", type=int, default=4096)
a.add_argument("--parallel", type=int, default=1)
a.add_argument("--threads", type=int, default=1)
args = a.parse_args()

ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
if os.getppid() == 1 and not os.environ.get("TUTOR_PARENT_IS_INIT"):
    sys.exit(1)
sys.path.insert(0, args.lib)
import xllamacpp  # noqa: E402

p = xllamacpp.CommonParams()
p.model.path = args.model
p.hostnames = [args.host]
p.port = args.port
p.ui = False
p.n_ctx = args.ctx_size
p.n_parallel = args.parallel
p.cpuparams.n_threads = args.threads
p.cpuparams_batch.n_threads = args.threads
if hasattr(p, "kv_unified"):
    p.kv_unified = os.environ.get("LLAMA_ARG_KV_UNIFIED") == "1"
kinds = {"ngram-simple": "NGRAM_SIMPLE", "ngram-map-k": "NGRAM_MAP_K", "ngram-mod": "NGRAM_MOD", "ngram-cache": "NGRAM_CACHE"}
kind = "COMMON_SPECULATIVE_TYPE_" + kinds.get(os.environ.get("LLAMA_ARG_SPEC_TYPE", ""), "NONE")
if hasattr(p, "speculative") and hasattr(getattr(xllamacpp, "common_speculative_type", None), kind):
    p.speculative.types = [getattr(xllamacpp.common_speculative_type, kind)]
if os.environ.get("LLAMA_API_KEY"):
    p.api_keys = [os.environ["LLAMA_API_KEY"]]
server = xllamacpp.Server(p)
while True:
    signal.pause()
