#pragma once

#include "engine/compile/errors.h"
#include "engine/syntax/ast.h"

namespace awaitscope {

// Warns of every return, break and continue that leaves a `finally` block, in the order of the
// text.
void warn_about_finally(const ast::Module& module, CompileErrors& errors);

}  // namespace awaitscope
