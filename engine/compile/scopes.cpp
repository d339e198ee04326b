#include "engine/compile/scopes.h"

#include <string>

#include "engine/compile/mangle.h"

namespace awaitscope {
namespace {

// Declared global or nonlocal: where that was said.
ast::Position directive_of(const Scope& scope, ast::Text name) {
  for (const Scope::Directive& directive : scope.directives) {
    if (directive.name == name) return directive.at;
  }
  return scope.at;
}

// The function (or, for __class__, the class) outside of `scope` that the name belongs to.
Scope* owner_of(Scope* scope, ast::Text name) {
  for (Scope* outer = scope->parent; outer; outer = outer->parent) {
    bool is_of_class = name == "__class__" || name == kClassDict || name == kConditionalAnnotations;
    if (outer->kind == ScopeKind::Class && is_of_class) return outer;
    if (!is_function(outer)) continue;
    const Symbol* symbol = outer->find(name);
    if (!symbol) continue;
    if (symbol->flags & Symbol::kGlobal) return nullptr;
    if (symbol->flags & Symbol::kNonlocal) continue;
    if (symbol->flags & Symbol::kBound) return outer;
  }
  return nullptr;
}

// The name is free in `scope`, a cell in `owner`, and handed through every scope between them; but
// it is the same variable where both run in one frame.
void connect(Scope* scope, Scope* owner, ast::Text name) {
  if (host_of(scope) == host_of(owner)) {
    // (CPython takes the class's own __class__ for a global there.)
    if (owner->kind == ScopeKind::Class) scope->find(name)->scope = NameScope::GlobalImplicit;
    return;
  }
  for (Scope* between = scope; between != owner; between = between->parent) {
    Symbol& symbol = between->add(name);
    if (between != scope && between->kind == ScopeKind::Class &&
        (symbol.flags & (Symbol::kBound | Symbol::kGlobal))) {
      symbol.flags |= Symbol::kFreeInClass;
    } else {
      symbol.scope = NameScope::Free;
    }
  }
  if (owner->kind == ScopeKind::Class && name == "__class__")
    owner->needs_class_cell = true;
  else
    owner->add(name).scope = NameScope::Cell;
}

void resolve(Scope& scope, size_t number, CompileErrors& errors) {
  Symbol& symbol = scope.symbols[number];
  ast::Text name = scope.names[number];
  if (symbol.flags & Symbol::kGlobal) {
    if (symbol.flags & Symbol::kNonlocal) {
      errors.report("name '" + std::string(name) + "' is nonlocal and global",
                    directive_of(scope, name));
    }
    symbol.scope = NameScope::GlobalExplicit;
    return;
  }
  if (symbol.flags & Symbol::kNonlocal) {
    if (scope.kind == ScopeKind::Module) {
      return errors.report("nonlocal declaration not allowed at module level",
                           directive_of(scope, name));
    }
    Scope* owner = owner_of(&scope, name);
    if (!owner) {
      return errors.report("no binding for nonlocal '" + std::string(name) + "' found",
                           directive_of(scope, name));
    }
    if (owner->has_type_params) {
      return errors.report(
          "nonlocal binding not allowed for type parameter '" + std::string(name) + "'",
          directive_of(scope, name));
    }
    return connect(&scope, owner, name);
  }
  if (symbol.flags & Symbol::kBound) {
    if (symbol.scope == NameScope::Unknown) symbol.scope = NameScope::Local;
    return;
  }
  if (symbol.scope != NameScope::Unknown) return;  // handed through already
  if (const Symbol* of_class = scope.sees_class ? scope.parent->find(name) : nullptr) {
    if (of_class->flags & Symbol::kGlobal) {
      symbol.scope = NameScope::GlobalExplicit;
      return;
    }
    if ((of_class->flags & Symbol::kBound) && !(of_class->flags & Symbol::kNonlocal)) {
      symbol.scope = NameScope::GlobalImplicit;  // once the class has been asked
      return;
    }
  }
  if (Scope* owner = owner_of(&scope, name)) return connect(&scope, owner, name);
  symbol.scope = NameScope::GlobalImplicit;
}

// PEP 709: the names of a comprehension become known to the scope around it, and its cells are
// cells of that scope's frame.
void merge_into_parent(const Scope& scope) {
  Scope& parent = *scope.parent;
  for (size_t i = 0; i < scope.symbols.size(); i++) {
    const Symbol& symbol = scope.symbols[i];
    ast::Text name = scope.names[i];
    if (symbol.flags & Symbol::kParameter) continue;  // the iterator
    if (symbol.scope == NameScope::Cell) host_of(&parent)->inlined_cells.push_back(name);
    if (!parent.find(name)) parent.add(name).scope = symbol.scope;
  }
}

// A local of a function that shares its slot with a cell of a comprehension has to be one too.
void share_cells(Scope& scope) {
  for (ast::Text name : scope.inlined_cells) {
    Symbol* symbol = scope.find(name);
    if (symbol && symbol->scope == NameScope::Local && is_function(&scope))
      symbol->scope = NameScope::Cell;
  }
}

bool is_docstring(const ast::Stmt* stmt) {
  if (stmt->kind != ast::StmtKind::Expr) return false;
  const ast::Expr* value = stmt->as<ast::ExprStmt>()->value;
  return value->kind == ast::ExprKind::Constant &&
         value->as<ast::Constant>()->value == ast::ConstantKind::Str;
}

void note_features(const ast::ImportFrom* stmt, FutureImports& future_imports,
                   CompileErrors& errors) {
  static constexpr std::string_view kDoneLongAgo[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop"};
  if (stmt->is_lazy) return;  // refused when its names are noted
  ast::Position start = {stmt->at.line, stmt->at.column, stmt->at.line, -1};  // the end is not said
  for (const ast::Alias* alias : stmt->names) {
    if (alias->name == "annotations") {
      future_imports.annotations = true;
      continue;
    }
    if (alias->name == "braces") return errors.report("not a chance", start);
    bool known = false;
    for (std::string_view name : kDoneLongAgo) known = known || name == alias->name;
    if (!known) {
      return errors.report("future feature " + std::string(alias->name) + " is not defined", start);
    }
  }
}

}  // namespace

void resolve_scopes(ScopeTree& tree, CompileErrors& errors) {
  for (Scope& scope : tree.scopes) {
    if (scope.forgotten) continue;
    // Names handed through are added at the end while their scopes are being connected; those of
    // this scope are complete, since only its children add to it.
    for (size_t i = 0; i < scope.symbols.size() && !errors.failed(); i++) resolve(scope, i, errors);
  }
  for (auto scope = tree.scopes.rbegin(); scope != tree.scopes.rend(); ++scope) {
    if (scope->inlined) merge_into_parent(*scope);
  }
  for (Scope& scope : tree.scopes) share_cells(scope);
}

FutureImports find_future_imports(const ast::Module& module, CompileErrors& errors) {
  FutureImports future_imports;
  bool over = false;
  int previous_line = 0;
  for (size_t i = 0; i < module.body.size() && !errors.failed(); i++) {
    const ast::Stmt* stmt = module.body[i];
    if (i == 0 && is_docstring(stmt)) continue;
    if (over && stmt->at.line > previous_line) break;
    previous_line = stmt->at.line;
    if (stmt->kind == ast::StmtKind::ImportFrom &&
        stmt->as<ast::ImportFrom>()->module == "__future__") {
      if (over) break;  // refused when it is compiled
      note_features(stmt->as<ast::ImportFrom>(), future_imports, errors);
      future_imports.last_line = stmt->at.line;
    } else {
      over = true;
    }
  }
  return future_imports;
}

ast::Text mangle(ast::Text class_name, ast::Text name, Arena& arena) {
  return name.starts_with("__") ? arena.copy(mangled(class_name, name)) : name;
}

}  // namespace awaitscope
