#pragma once
// An expression as source text, as `from __future__ import annotations` keeps annotations: the text
// that CPython's compiler writes for them.

#include <string>

#include "engine/syntax/ast.h"

namespace awaitscope {

std::string unparse(const ast::Expr* expr);

}  // namespace awaitscope
