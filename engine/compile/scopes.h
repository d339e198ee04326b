#pragma once
// Which name means what: a table of names for the module and for each class, function, lambda and
// comprehension, as CPython's symtable has them.
//
// ScopeBuilder walks the tree once and notes how each name is used (and refuses what only depends
// on that); resolve_scopes then decides what each name is in each scope. Scopes live as long as the
// ScopeTree; names point into the syntax tree or the arena given. Specified in:
// https://docs.python.org/3.11/reference/executionmodel.html#naming-and-binding

#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/compile/errors.h"
#include "engine/compile/tables.h"
#include "engine/syntax/arena.h"
#include "engine/syntax/ast.h"

namespace awaitscope {

enum class ScopeKind : uint8_t { Module, Class, Function, Annotation };
enum class ComprehensionKind : uint8_t { None, List, Set, Dict, Generator };
enum class NameScope : uint8_t { Unknown, Local, GlobalExplicit, GlobalImplicit, Free, Cell };

struct Symbol {
  enum Flags : uint16_t {
    kGlobal = 1,
    kLocal = 2,
    kParameter = 4,
    kNonlocal = 8,
    kUse = 16,
    kFreeInClass = 32,
    kImport = 64,
    kAnnotated = 128,
    kIteration = 256,
    kBound = kLocal | kParameter | kImport,
  };
  uint16_t flags = 0;
  NameScope scope = NameScope::Unknown;
  bool inlined = false;  // what a comprehension has bound, while it is compiled in its function
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  ComprehensionKind comprehension = ComprehensionKind::None;
  Scope* parent = nullptr;
  ast::Position at;
  NameTable names;
  std::vector<Symbol> symbols;  // of names, by number
  std::vector<ast::Text> parameters;
  struct Directive {
    ast::Text name;
    ast::Position at;
  };
  std::vector<Directive> directives;  // where names were declared global or nonlocal
  std::string_view
      what;  // "a TypeVar bound": such a function, where yield, await and := are refused
  bool has_type_params = false;  // it is the scope of [T, ...]
  bool nested = false;           // within a function
  bool generator = false;        // has a yield
  bool coroutine = false;        // async, or has an await
  bool var_args = false, var_keywords = false;
  bool inlined = false;           // a comprehension that runs in the frame of the scope around it
  bool needs_class_cell = false;  // a method uses __class__
  bool in_iteration_target = false;      // while the builder is at the target of a comprehension
  int in_iterable = 0;                   // while it is at the iterable of one
  bool forgotten = false;                // within an annotation that is only text
  std::vector<ast::Text> inlined_cells;  // cells of comprehensions that run in this scope's frame

  // PEP 649: since 3.14 a class's or module's annotations are evaluated by a function of their own,
  // when they are asked for. A conditional one is there only if its statement has run.
  struct LateAnnotation {
    const ast::AnnAssign* statement;
    bool conditional;
  };
  std::vector<LateAnnotation> late_annotations;
  Scope* annotations = nullptr;  // that function; of a class or module
  bool sees_class = false;       // such a function within a class: its namespace is asked first
  int try_depth = 0;             // while the builder is in the blocks of a try
  int statement_depth = 0;       // while the builder is in it

  Symbol* find(ast::Text name) {
    int number = names.find(name);
    return number < 0 ? nullptr : &symbols[size_t(number)];
  }
  const Symbol* find(ast::Text name) const { return const_cast<Scope*>(this)->find(name); }
  Symbol& add(ast::Text name) {
    uint32_t number = names.add(name);
    if (number == symbols.size()) symbols.emplace_back();
    return symbols[number];
  }
};

// The scope whose frame the code of this one runs in.
inline Scope* host_of(Scope* scope) {
  while (scope->inlined) scope = scope->parent;
  return scope;
}

// Whether it has variables of its own: a function, or one that evaluates annotations.
inline bool is_function(const Scope* scope) {
  return scope->kind == ScopeKind::Function || scope->kind == ScopeKind::Annotation;
}

// What a function that evaluates annotations within a class finds that class's namespace under, and
// which of the conditional ones there are.
inline constexpr ast::Text kClassDict = "__classdict__";
inline constexpr ast::Text kConditionalAnnotations = "__conditional_annotations__";

struct ScopeTree {
  std::deque<Scope> scopes;  // parents before their children; the module is the first
  std::unordered_map<const void*, Scope*> by_node;
};

struct FutureImports {
  bool annotations = false;
  int last_line = -1;  // of the last future statement
};

// `from __future__` at the head of a module.
FutureImports find_future_imports(const ast::Module& module, CompileErrors& errors);

// __name as it is called within a class: _Class__name.
ast::Text mangle(ast::Text class_name, ast::Text name, Arena& arena);

void build_scopes(const ast::Module& module, const FutureImports& future_imports, ScopeTree& tree,
                  Arena& arena, CompileErrors& errors);
void resolve_scopes(ScopeTree& tree, CompileErrors& errors);

}  // namespace awaitscope
