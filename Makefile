# tutor: a Rust bootcamp in the terminal.
#   make run    install what is missing, build, start
#   make test   install what only tests need, prove everything
# Others: build lint bench vectors install uninstall clean. Variables: PREFIX DESTDIR V=1 CC B (build folder) SAN=1.

PREFIX ?= /usr/local
DESTDIR ?=
B ?= build
V ?= 0
Q = $(if $(filter 1,$(V)),,@)

VERSION = 0.1.0
PKGS = ncursesw libcurl libcjson sqlite3 libcmark yaml-0.1 gumbo libarchive libsodium libutf8proc libseccomp
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lstemmer -lm

WARN = -Wall -Wextra -Werror -Wmissing-prototypes -Wvla -Wwrite-strings -Wpointer-arith -Wshadow
OPT ?= -O2 -g
ifeq ($(SAN),1)
OPT = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
OPT += $(if $(filter 1,$(FUZZ)),-fsanitize=fuzzer-no-link)
endif
CFLAGS += -std=c11 -D_GNU_SOURCE $(WARN) $(OPT)
CPPFLAGS += -Itutor $(PKG_CFLAGS) -DTUTOR_VERSION='"$(VERSION)"' -DTUTOR_DATADIR='"$(PREFIX)/share/tutor"'
LDFLAGS += $(if $(filter 1,$(SAN)),-fsanitize=address$(,)undefined)
, := ,

# Each room is a static library; what a room may see stands here once (make lint proves it by linking).
ROOMS = base io text rust store kb learn svc ui front
SEES_base =
SEES_io = base
SEES_text = base
SEES_rust = base
SEES_store = base
SEES_kb = text rust store base
SEES_learn = kb text rust store base
SEES_svc = learn kb store rust text io base
SEES_ui = svc learn kb store rust text io base
SEES_front = ui svc learn kb store rust text io base

lib = $(B)/lib$(1).a
libs = $(foreach r,$(1),$(call lib,$(r)))

.PHONY: all build run test lint bench bench-model install uninstall clean packages test-packages
all: build

packages:
	$(Q)tutor/setup/packages.sh build
test-packages:
	$(Q)tutor/setup/packages.sh test

build: packages
	$(Q)$(MAKE) --no-print-directory $(B)/tutor

run: build
	$(Q)$(B)/tutor

define room
OBJS_$(1) := $$(patsubst tutor/%.c,$(B)/obj/%.o,$$(wildcard tutor/$(1)/*.c))
$(B)/lib$(1).a: $$(OBJS_$(1))
	@rm -f $$@
	$(Q)ar rcs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room,$(r))))

# The small program inside a sandbox lies as bytes in room io. Never sanitized: it runs under limits.
$(B)/cell: tutor/io/cell/cell.c tutor/io/cell.h
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  CC $<"
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -O2 -o $@ $<
$(B)/obj/io/cell_image.o: CPPFLAGS += -DCELL_IMAGE='"$(B)/cell"'
$(B)/obj/io/cell_image.o: $(B)/cell

# Unpacking all vectors: 3 ms instead of 12.
$(B)/obj/kb/vecfile.o: CFLAGS += $(if $(filter 1,$(SAN)),,-O3)

# The encoder's float loops: sums may be reordered, nothing there looks at NaN or errno.
$(B)/obj/kb/embed.o: CFLAGS += $(if $(filter 1,$(SAN)),,-O3 -ffast-math)

$(B)/obj/%.o: tutor/%.c
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  CC $<"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/tutor: $(B)/obj/main.o $(call libs,$(SEES_front) front)
	@[ $(V) = 1 ] || echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $(B)/obj/main.o $(call libs,front $(SEES_front)) $(PKG_LIBS)

# Unit tests: tests/unit/ROOM/NAME.c links its room and what that room sees, nothing else.
UNIT_SRC := $(wildcard tests/unit/*/*.c)
UNIT_BIN := $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))
unit-tests: $(UNIT_BIN)
$(B)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h) $(call libs,$(ROOMS))
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  TEST $<"
	$(Q)$(CC) $(CPPFLAGS) -Itests/unit -I$(<D) $(CFLAGS) $(LDFLAGS) -o $@ $< \
		$(call libs,$(firstword $(subst /, ,$*)) $(SEES_$(firstword $(subst /, ,$*)))) $(PKG_LIBS)
.PHONY: unit unit-tests
unit: unit-tests
	$(Q)tests/run-unit.sh $(B)

# Fuzz targets: tests/fuzz/NAME.c defines LLVMFuzzerTestOneInput; first line: /* room: NAME */. The rooms are compiled once for all.
FUZZ_BIN := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
fuzz-targets:
	$(Q)$(MAKE) --no-print-directory B=$(B)/fuzzed FUZZ=1 SAN=1 CC=clang fuzz-bins
	$(Q)[ -L $(B)/fuzz ] || rm -rf $(B)/fuzz; ln -sfn fuzzed/fuzz $(B)/fuzz
fuzz-bins: $(FUZZ_BIN)
fuzz_room = $(shell sed -n '1s,.*room: \([a-z]*\).*,\1,p' tests/fuzz/$(1).c)
$(B)/fuzz/%: tests/fuzz/%.c $(call libs,$(ROOMS))
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  FUZZ $<"
	$(Q)$(CC) $(CPPFLAGS) -std=c11 -D_GNU_SOURCE -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $@ $< \
		$(call libs,$(call fuzz_room,$*) $(SEES_$(call fuzz_room,$*))) $(PKG_LIBS)
.PHONY: fuzz-targets fuzz-bins
sees-%:
	@echo $(SEES_$*)

test: test-packages
	$(Q)tests/run.sh
lint: test-packages
	$(Q)tests/lint.sh
bench: build
	$(Q)tests/bench/run.sh
# Hours: what a language model adds. MODEL=NAME (tutor model list).
MODEL ?= qwen2.5-coder-1.5b
bench-model: build
	$(Q)python3 tests/bench/model.py --tutor $(B)/tutor
	$(Q)python3 tests/bench/your_code.py --tutor $(B)/tutor
	$(Q)python3 tests/bench/programs.py $(B)/tutor --set held,tested --model $(MODEL)
	$(Q)python3 tests/bench/generate.py $(B)/tutor --model $(MODEL)
	$(Q)python3 tests/bench/repair-model.py $(B)/tutor "$$(rustc --print sysroot)/share/doc/rust/html" --model $(MODEL) --sample 0
	$(Q)python3 tests/bench/repair-model.py $(B)/tutor "$$(rustc --print sysroot)/share/doc/rust/html" --model $(MODEL) --sample 0 --renamed

# The vectors that come with the repository (kb/README.md): only texts that have none yet are encoded, so after a change to cards,
# wordings or lessons this takes a minute, with a new Rust longer. They are of the Rust documentation that is installed.
.PHONY: vectors
vectors: $(B)/tutor
	$(Q)TUTOR_HOME=$(abspath $(B)/vectors) tutor/setup/embedding.sh $(B)/tutor
	$(Q)TUTOR_HOME=$(abspath $(B)/vectors) $(B)/tutor kb build
	$(Q)mkdir -p kb/vectors
	$(Q)TUTOR_HOME=$(abspath $(B)/vectors) $(B)/tutor kb export kb/vectors/minilm.vec --vectors

CONTENT = lessons exercises kb
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/tutor
	install -m 755 $(B)/tutor $(DESTDIR)$(PREFIX)/bin/tutor
	cp -R $(CONTENT) $(DESTDIR)$(PREFIX)/share/tutor/
	install -d $(DESTDIR)$(PREFIX)/share/tutor/setup
	install -m 755 tutor/setup/embedding.sh tutor/setup/model-server.sh $(DESTDIR)$(PREFIX)/share/tutor/setup
	install -m 644 tutor/setup/model-server.py tutor/setup/model-parts.py $(DESTDIR)$(PREFIX)/share/tutor/setup
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/tutor
	rm -rf $(DESTDIR)$(PREFIX)/share/tutor
clean:
	rm -rf build build-*

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
