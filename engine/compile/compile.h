#pragma once
// What the compile layer offers: tree -> code object.
//
// The order of instructions and the line of each are CPython 3.11's, because every line event, and
// the line of every frame in a traceback, follows from them.
// LINE instructions stand exactly where CPython's tracing would report a line (Python/ceval.c,
// maybe_call_line_trace: the line differs from that of the instruction run before, or the jump goes
// backwards), so that running costs nothing elsewhere. Handlers are entered by exceptions from many
// lines: there the machine compares the raising line with that of the handler's first instruction,
// and no LINE stands before it.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/code.h"
#include "engine/syntax/ast.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

struct CompileOptions {
  bool lines = true;          // LINE instructions; without them the program runs the same
  bool expression = false;    // of ParseAs::Expression: its value is what the code returns
  bool own_builtins = false;  // names that are no globals are asked of globals["__builtins__"]
};

struct Compiled {
  std::shared_ptr<Code> code;         // null where there is an error
  std::optional<SyntaxError> error;   // CPython's own (compiler and symtable stage), or one that
                                      // names a construct this engine does not support
  std::vector<SyntaxError> warnings;  // SyntaxWarnings, as Parsed has them
};

// The source is for the text of errors.
Compiled compile(const ast::Module& module, std::string_view source,
                 const CompileOptions& options = {});

// The bytecode as text, nested code objects after their parents: for snapshots and people.
std::string disassemble(const Code& code);

}  // namespace awaitscope
