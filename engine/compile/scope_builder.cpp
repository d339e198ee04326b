// The first pass over the tree: who uses, binds and declares which name.

#include <string>

#include "engine/compile/scopes.h"

namespace awaitscope {
namespace {

class ScopeBuilder {
 public:
  ScopeBuilder(const FutureImports& future_imports, ScopeTree& tree, Arena& arena,
               CompileErrors& errors)
      : future_imports_(future_imports), tree_(tree), arena_(arena), errors_(errors) {}

  void build(const ast::Module& module) {
    version_ = module.version;
    enter(&module, ScopeKind::Module, {1, 0, 1, 0});
    visit_all(module.body);
  }

 private:
  // --- scopes and names ---

  Scope* enter(const void* node, ScopeKind kind, const ast::Position& at) {
    Scope& scope = tree_.scopes.emplace_back();
    scope.kind = kind;
    scope.at = at;
    scope.parent = current_;
    scope.nested = current_ && (current_->nested || is_function(current_));
    scope.forgotten = current_ && current_->forgotten;
    scope.in_iterable = current_ ? current_->in_iterable : 0;
    tree_.by_node[node] = &scope;
    current_ = &scope;
    return current_;
  }

  void leave() { current_ = current_->parent; }

  Scope* module_scope() { return &tree_.scopes.front(); }

  uint16_t flags_of(Scope* scope, ast::Text name) {
    const Symbol* symbol = scope->find(mangle(class_name_, name, arena_));
    return symbol ? symbol->flags : 0;
  }

  void add(ast::Text name, int flag, const ast::Position& at) { add_to(current_, name, flag, at); }

  void add_to(Scope* scope, ast::Text name, int flag, const ast::Position& at) {
    ast::Text mangled = mangle(class_name_, name, arena_);
    Symbol& symbol = scope->add(mangled);
    if ((flag & Symbol::kParameter) && (symbol.flags & Symbol::kParameter)) {
      std::string what = version_ >= Version::V3_15 ? "parameter" : "argument";
      return errors_.report(
          "duplicate " + what + " '" + std::string(name) + "' in function definition", at);
    }
    symbol.flags |= uint16_t(flag);
    if (scope->in_iteration_target) {
      if (symbol.flags & (Symbol::kGlobal | Symbol::kNonlocal)) {
        return errors_.report(
            "comprehension inner loop cannot rebind assignment expression target '" +
                std::string(name) + "'",
            at);
      }
      symbol.flags |= Symbol::kIteration;
    }
    if (flag & Symbol::kParameter) scope->parameters.push_back(mangled);
    if (flag & Symbol::kGlobal) module_scope()->add(mangled).flags |= uint16_t(flag);
  }

  // --- statements ---

  template <class T>
  void visit_all(ast::List<T> nodes) {
    for (const T* node : nodes) {
      if (node) visit(node);
    }
  }

  void visit(const ast::Stmt* stmt) {
    if (errors_.failed()) return;
    Scope* scope = current_;
    scope->statement_depth++;
    if (++depth_ > kMaxNesting)
      errors_.report(kTooDeep, stmt->at);
    else
      visit_statement(stmt);
    depth_--;
    scope->statement_depth--;
  }

  void visit_statement(const ast::Stmt* stmt) {
    switch (stmt->kind) {
      case ast::StmtKind::FunctionDef: return visit_function(stmt->as<ast::FunctionDef>());
      case ast::StmtKind::AsyncFunctionDef:
        return visit_function(stmt->as<ast::AsyncFunctionDef>());
      case ast::StmtKind::ClassDef: return visit_class(stmt->as<ast::ClassDef>());
      case ast::StmtKind::Return: return visit_optional(stmt->as<ast::Return>()->value);
      case ast::StmtKind::Delete: return visit_all(stmt->as<ast::Delete>()->targets);
      case ast::StmtKind::Assign:
        visit_all(stmt->as<ast::Assign>()->targets);
        return visit(stmt->as<ast::Assign>()->value);
      case ast::StmtKind::AugAssign:
        visit(stmt->as<ast::AugAssign>()->target);
        return visit(stmt->as<ast::AugAssign>()->value);
      case ast::StmtKind::AnnAssign: return visit_annotated(stmt->as<ast::AnnAssign>());
      case ast::StmtKind::TypeAlias: return visit_type_alias(stmt->as<ast::TypeAlias>());
      case ast::StmtKind::For: return visit_for(stmt->as<ast::For>());
      case ast::StmtKind::AsyncFor: return visit_for(stmt->as<ast::AsyncFor>());
      case ast::StmtKind::While:
        visit(stmt->as<ast::While>()->test);
        visit_all(stmt->as<ast::While>()->body);
        return visit_all(stmt->as<ast::While>()->orelse);
      case ast::StmtKind::If: return visit_if(stmt->as<ast::If>());
      case ast::StmtKind::With: return visit_with(stmt->as<ast::With>());
      case ast::StmtKind::AsyncWith: return visit_with(stmt->as<ast::AsyncWith>());
      case ast::StmtKind::Match: return visit_match(stmt->as<ast::Match>());
      case ast::StmtKind::Raise:
        visit_optional(stmt->as<ast::Raise>()->exc);
        return visit_optional(stmt->as<ast::Raise>()->cause);
      case ast::StmtKind::Try: return visit_try(stmt->as<ast::Try>());
      case ast::StmtKind::TryStar: return visit_try(stmt->as<ast::TryStar>());
      case ast::StmtKind::Assert:
        visit(stmt->as<ast::Assert>()->test);
        return visit_optional(stmt->as<ast::Assert>()->msg);
      case ast::StmtKind::Import:
        if (stmt->as<ast::Import>()->is_lazy) check_lazy_import("import", stmt->at);
        for (const ast::Alias* alias : stmt->as<ast::Import>()->names) visit_alias(alias);
        return;
      case ast::StmtKind::ImportFrom:
        if (stmt->as<ast::ImportFrom>()->is_lazy) {
          if (stmt->as<ast::ImportFrom>()->module == "__future__") {
            ast::Position word = stmt->at;
            word.end_line = word.line;
            word.end_column = word.column + int32_t(std::string_view("lazy").size());
            return errors_.report("lazy from __future__ import is not allowed", word);
          }
          check_lazy_import("from ... import", stmt->at);
          if (stmt->as<ast::ImportFrom>()->names[0]->name == "*") {
            errors_.report("lazy from ... import * is not allowed", stmt->at);
          }
        }
        for (const ast::Alias* alias : stmt->as<ast::ImportFrom>()->names) visit_alias(alias);
        return;
      case ast::StmtKind::Global: {
        const auto* global = stmt->as<ast::Global>();
        for (ast::Text name : global->names) visit_declared(name, Symbol::kGlobal, stmt->at);
        return;
      }
      case ast::StmtKind::Nonlocal: {
        const auto* nonlocal = stmt->as<ast::Nonlocal>();
        for (ast::Text name : nonlocal->names) visit_declared(name, Symbol::kNonlocal, stmt->at);
        return;
      }
      case ast::StmtKind::Expr: return visit(stmt->as<ast::ExprStmt>()->value);
      case ast::StmtKind::Pass:
      case ast::StmtKind::Break:
      case ast::StmtKind::Continue: return;
    }
  }

  // What the grammar has and the compiler has not.
  void unsupported(const char* what, const ast::Position& at) {
    errors_.report(std::string(what) + " are not supported", at);
  }

  template <class F>
  void visit_function(const F* function) {
    add(function->name, Symbol::kLocal, function->at);
    visit_defaults(function->args);
    bool is_generic = !function->type_params.empty();
    if (is_generic) {
      visit_all(function->decorator_list);
      enter_type_params(function->type_params, function->at);
      const ast::Arguments* args = function->args;
      if (!args->defaults.empty()) add(".defaults", Symbol::kParameter, function->at);
      for (const ast::Expr* value : args->kw_defaults) {
        if (!value) continue;
        add(".kwdefaults", Symbol::kParameter, function->at);
        break;
      }
      visit_type_params(function->type_params);
    }
    visit_annotations(function);
    if (!is_generic) visit_all(function->decorator_list);
    enter(function, ScopeKind::Function, function->at);
    current_->coroutine = function->kind == ast::StmtKind::AsyncFunctionDef;
    visit_parameters(function->args);
    visit_all(function->body);
    leave();
    if (is_generic) leave();
  }

  // The scope of [T, ...]: a function around what has the parameters (PEP 695).
  void enter_type_params(const ast::List<ast::TypeParam>& params, const ast::Position& at) {
    enter(params.data(), ScopeKind::Function, at);
    current_->what = "the definition of a generic";
  }

  // Each is bound there; what it is bound by is a function of its own, run when it is asked for.
  void visit_type_params(const ast::List<ast::TypeParam>& params) {
    add(".type_params", Symbol::kLocal, params[0]->at);
    current_->has_type_params = true;
    for (const ast::TypeParam* param : params) {
      if (current_->find(mangle(class_name_, param->name, arena_))) {
        return errors_.report("duplicate type parameter '" + std::string(param->name) + "'",
                              param->at);
      }
      add(param->name, Symbol::kLocal, param->at);
      const bool is_type_var = param->kind == ast::TypeParam::Kind::TypeVar;
      visit_lazily(param->bound, param->bound && param->bound->kind == ast::ExprKind::Tuple
                                     ? "a TypeVar constraint"
                                     : "a TypeVar bound");
      visit_lazily(param->default_value, is_type_var ? "a TypeVar default"
                                         : param->kind == ast::TypeParam::Kind::TypeVarTuple
                                             ? "a TypeVarTuple default"
                                             : "a ParamSpec default");
    }
  }

  void visit_lazily(const ast::Expr* expr, std::string_view what) {
    if (!expr) return;
    enter(expr, ScopeKind::Function, expr->at);
    current_->what = what;
    visit(expr->kind == ast::ExprKind::Starred ? expr->as<ast::Starred>()->value : expr);
    leave();
  }

  void visit_type_alias(const ast::TypeAlias* alias) {
    visit(alias->name);
    bool is_generic = !alias->type_params.empty();
    if (is_generic) {
      enter_type_params(alias->type_params, alias->at);
      visit_type_params(alias->type_params);
    }
    visit_lazily(alias->value, "a type alias");
    if (is_generic) leave();
  }

  void visit_defaults(const ast::Arguments* args) {
    visit_all(args->defaults);
    visit_all(args->kw_defaults);
  }

  void visit_parameters(const ast::Arguments* args) {
    auto add_all = [&](ast::List<ast::Arg> list) {
      for (const ast::Arg* arg : list) add(arg->arg, Symbol::kParameter, arg->at);
    };
    add_all(args->posonlyargs);
    add_all(args->args);
    add_all(args->kwonlyargs);
    if (args->vararg) {
      add(args->vararg->arg, Symbol::kParameter, args->vararg->at);
      current_->var_args = true;
    }
    if (args->kwarg) {
      add(args->kwarg->arg, Symbol::kParameter, args->kwarg->at);
      current_->var_keywords = true;
    }
  }

  template <class F>
  void visit_annotations(const F* function) {
    Scope* outer = current_;
    const ast::Arguments* args = function->args;
    if (version_ >= Version::V3_14 && is_annotated(function)) {
      if (future_imports_.annotations) {
        enter(args, ScopeKind::Annotation, function->at);
        add(".format", Symbol::kParameter, function->at);
      } else {
        enter_annotations(args, function->at);
      }
    }
    // As text they are never run: looked through for what may not stand in them, then forgotten.
    if (future_imports_.annotations) current_ = &unused_annotations(function->at);
    // (CPython has such a function's scope for every function.)
    if (version_ >= Version::V3_14 && outer->kind == ScopeKind::Class &&
        !future_imports_.annotations)
      outer->add(kClassDict).scope = NameScope::Cell;
    auto visit_each = [&](ast::List<ast::Arg> list) {
      for (const ast::Arg* arg : list) visit_optional(arg->annotation);
    };
    visit_each(args->posonlyargs);
    visit_each(args->args);
    if (args->vararg) visit_optional(args->vararg->annotation);
    if (args->kwarg) visit_optional(args->kwarg->annotation);
    visit_each(args->kwonlyargs);
    visit_optional(function->returns);
    current_ = outer;
  }

  template <class F>
  static bool is_annotated(const F* function) {
    const ast::Arguments* args = function->args;
    auto any = [](ast::List<ast::Arg> list) {
      for (const ast::Arg* arg : list) {
        if (arg->annotation) return true;
      }
      return false;
    };
    return function->returns || any(args->posonlyargs) || any(args->args) ||
           any(args->kwonlyargs) || (args->vararg && args->vararg->annotation) ||
           (args->kwarg && args->kwarg->annotation);
  }

  // Of the function that evaluates annotations, which `node` stands for.
  void enter_annotations(const void* node, const ast::Position& at) {
    Scope* outer = current_;
    enter(node, ScopeKind::Annotation, at);
    add(".format", Symbol::kParameter, at);
    if (outer->kind != ScopeKind::Class) return;
    current_->sees_class = true;
    add(kClassDict, Symbol::kUse, at);
  }

  // Those of variables in functions are never evaluated.
  void visit_late_annotation(const ast::AnnAssign* stmt) {
    Scope* outer = current_;
    if (is_function(outer)) {
      current_ = &unused_annotations(stmt->annotation->at);
    } else if (stmt->simple && stmt->target->kind == ast::ExprKind::Name) {
      bool conditional = outer->kind == ScopeKind::Module || outer->statement_depth > 1;
      outer->late_annotations.push_back({stmt, conditional});
      if (outer->annotations) {
        current_ = outer->annotations;
      } else {
        enter_annotations(outer, outer->at);
        outer->annotations = current_;
      }
      if (conditional) add(kConditionalAnnotations, Symbol::kUse, stmt->at);
    } else {
      current_ = &unused_annotations(stmt->annotation->at);
    }
    visit(stmt->annotation);
    current_ = outer;
  }

  Scope& unused_annotations(const ast::Position& at) {
    Scope& scope = forgotten_.emplace_back();
    scope.kind = ScopeKind::Annotation;
    scope.parent = current_;
    scope.at = at;
    scope.forgotten = true;
    return scope;
  }

  void visit_class(const ast::ClassDef* definition) {
    add(definition->name, Symbol::kLocal, definition->at);
    bool is_generic = !definition->type_params.empty();
    if (is_generic) {
      visit_all(definition->decorator_list);
      enter_type_params(definition->type_params, definition->at);
      visit_type_params(definition->type_params);
      add(".generic_base", Symbol::kLocal, definition->at);
    }
    visit_all(definition->bases);
    for (const ast::Keyword* keyword : definition->keywords) visit(keyword->value);
    if (!is_generic) visit_all(definition->decorator_list);
    enter(definition, ScopeKind::Class, definition->at);
    if (is_generic) {
      add(".type_params", Symbol::kUse, definition->at);
      add("__type_params__", Symbol::kLocal, definition->at);
    }
    ast::Text outer_class = class_name_;
    class_name_ = definition->name;
    visit_all(definition->body);
    class_name_ = outer_class;
    leave();
    if (is_generic) leave();
  }

  void visit_annotated(const ast::AnnAssign* stmt) {
    if (stmt->target->kind == ast::ExprKind::Name) {
      const auto* name = stmt->target->as<ast::Name>();
      uint16_t flags = flags_of(current_, name->id);
      if ((flags & (Symbol::kGlobal | Symbol::kNonlocal)) && current_ != module_scope() &&
          stmt->simple) {
        return errors_.report("annotated name '" + std::string(name->id) + "' can't be " +
                                  (flags & Symbol::kGlobal ? "global" : "nonlocal"),
                              stmt->at);
      }
      if (stmt->simple)
        add(name->id, Symbol::kAnnotated | Symbol::kLocal, name->at);
      else if (stmt->value)
        add(name->id, Symbol::kLocal, name->at);
    } else {
      visit(stmt->target);
    }
    if (version_ >= Version::V3_14 && !future_imports_.annotations) {
      visit_late_annotation(stmt);
      return visit_optional(stmt->value);
    }
    Scope* outer = current_;
    if (future_imports_.annotations) current_ = &unused_annotations(stmt->annotation->at);
    visit(stmt->annotation);
    current_ = outer;
    visit_optional(stmt->value);
  }

  template <class F>
  void visit_for(const F* stmt) {
    visit(stmt->target);
    visit(stmt->iter);
    visit_all(stmt->body);
    visit_all(stmt->orelse);
  }

  void visit_if(const ast::If* stmt) {
    while (true) {
      visit(stmt->test);
      visit_all(stmt->body);
      if (stmt->orelse.size() != 1 || stmt->orelse[0]->kind != ast::StmtKind::If) break;
      stmt = stmt->orelse[0]->as<ast::If>();
    }
    visit_all(stmt->orelse);
  }

  template <class W>
  void visit_with(const W* stmt) {
    for (const ast::WithItem* item : stmt->items) {
      visit(item->context_expr);
      visit_optional(item->optional_vars);
    }
    visit_all(stmt->body);
  }

  template <class T>
  void visit_try(const T* stmt) {
    ++current_->try_depth;
    visit_all(stmt->body);
    visit_all(stmt->orelse);
    for (const ast::ExceptHandler* handler : stmt->handlers) {
      visit_optional(handler->type);
      if (!handler->name.empty()) add(handler->name, Symbol::kLocal, handler->at);
      visit_all(handler->body);
    }
    visit_all(stmt->finalbody);
    --current_->try_depth;
  }

  void check_lazy_import(std::string_view what, const ast::Position& at) {
    std::string_view where = current_->try_depth                  ? "try/except blocks"
                             : is_function(current_)              ? "functions"
                             : current_->kind == ScopeKind::Class ? "classes"
                                                                  : "";
    if (where.empty()) return;
    errors_.report("lazy " + std::string(what) + " not allowed inside " + std::string(where), at);
  }

  void visit_alias(const ast::Alias* alias) {
    if (errors_.failed()) return;
    ast::Text name = alias->asname.empty() ? alias->name : alias->asname;
    if (name != "*") return add(name.substr(0, name.find('.')), Symbol::kImport, alias->at);
    if (current_->kind != ScopeKind::Module) {
      errors_.report("import * only allowed at module level", alias->at);
    }
  }

  void visit_declared(ast::Text name, Symbol::Flags kind, const ast::Position& at) {
    if (errors_.failed()) return;
    uint16_t flags = flags_of(current_, name);
    std::string word = kind == Symbol::kGlobal ? "global" : "nonlocal";
    std::string quoted = "'" + std::string(name) + "'";
    if (flags & Symbol::kParameter) {
      return errors_.report("name " + quoted + " is parameter and " + word, at);
    }
    if (flags & Symbol::kUse) {
      return errors_.report("name " + quoted + " is used prior to " + word + " declaration", at);
    }
    if (flags & Symbol::kAnnotated) {
      return errors_.report("annotated name " + quoted + " can't be " + word, at);
    }
    if (flags & Symbol::kLocal) {
      return errors_.report("name " + quoted + " is assigned to before " + word + " declaration",
                            at);
    }
    add(name, kind, at);
    current_->directives.push_back({mangle(class_name_, name, arena_), at});
  }

  void visit_match(const ast::Match* stmt) {
    visit(stmt->subject);
    for (const ast::MatchCase* match_case : stmt->cases) {
      visit(match_case->pattern);
      visit_optional(match_case->guard);
      visit_all(match_case->body);
    }
  }

  // --- patterns ---

  void visit(const ast::Pattern* pattern) {
    if (errors_.failed()) return;
    if (++depth_ > kMaxNesting)
      errors_.report(kTooDeep, pattern->at);
    else
      visit_pattern(pattern);
    depth_--;
  }

  void bind(ast::Text name, const ast::Pattern* pattern) {
    if (!name.empty()) add(name, Symbol::kLocal, pattern->at);
  }

  void visit_pattern(const ast::Pattern* pattern) {
    switch (pattern->kind) {
      case ast::PatternKind::MatchValue: return visit(pattern->as<ast::MatchValue>()->value);
      case ast::PatternKind::MatchSingleton: return;
      case ast::PatternKind::MatchSequence:
        return visit_all(pattern->as<ast::MatchSequence>()->patterns);
      case ast::PatternKind::MatchMapping: {
        const auto* mapping = pattern->as<ast::MatchMapping>();
        visit_all(mapping->keys);
        visit_all(mapping->patterns);
        return bind(mapping->rest, pattern);
      }
      case ast::PatternKind::MatchClass: {
        const auto* of_class = pattern->as<ast::MatchClass>();
        visit(of_class->cls);
        visit_all(of_class->patterns);
        return visit_all(of_class->kwd_patterns);
      }
      case ast::PatternKind::MatchStar: return bind(pattern->as<ast::MatchStar>()->name, pattern);
      case ast::PatternKind::MatchAs: {
        const auto* as = pattern->as<ast::MatchAs>();
        if (as->pattern) visit(as->pattern);
        return bind(as->name, pattern);
      }
      case ast::PatternKind::MatchOr: return visit_all(pattern->as<ast::MatchOr>()->patterns);
    }
  }

  // --- expressions ---

  void visit_optional(const ast::Expr* expr) {
    if (expr) visit(expr);
  }

  void visit(const ast::Expr* expr) {
    if (errors_.failed()) return;
    if (++depth_ > kMaxNesting)
      errors_.report(kTooDeep, expr->at);
    else
      visit_expression(expr);
    depth_--;
  }

  void visit_expression(const ast::Expr* expr) {
    switch (expr->kind) {
      case ast::ExprKind::BoolOp: return visit_all(expr->as<ast::BoolOp>()->values);
      case ast::ExprKind::NamedExpr: return visit_walrus(expr->as<ast::NamedExpr>());
      case ast::ExprKind::BinOp: return visit_binary(expr);
      case ast::ExprKind::UnaryOp: return visit(expr->as<ast::UnaryOp>()->operand);
      case ast::ExprKind::Lambda: {
        const auto* lambda = expr->as<ast::Lambda>();
        visit_defaults(lambda->args);
        enter(lambda, ScopeKind::Function, expr->at);
        visit_parameters(lambda->args);
        visit(lambda->body);
        return leave();
      }
      case ast::ExprKind::IfExp:
        visit(expr->as<ast::IfExp>()->test);
        visit(expr->as<ast::IfExp>()->body);
        return visit(expr->as<ast::IfExp>()->orelse);
      case ast::ExprKind::Dict:
        visit_all(expr->as<ast::Dict>()->keys);
        return visit_all(expr->as<ast::Dict>()->values);
      case ast::ExprKind::Set: return visit_all(expr->as<ast::Set>()->elts);
      case ast::ExprKind::ListComp: {
        const auto* comp = expr->as<ast::ListComp>();
        return visit_comprehension(expr, ComprehensionKind::List, comp->generators, comp->elt,
                                   nullptr);
      }
      case ast::ExprKind::SetComp: {
        const auto* comp = expr->as<ast::SetComp>();
        return visit_comprehension(expr, ComprehensionKind::Set, comp->generators, comp->elt,
                                   nullptr);
      }
      case ast::ExprKind::DictComp: {
        const auto* comp = expr->as<ast::DictComp>();
        return visit_comprehension(expr, ComprehensionKind::Dict, comp->generators, comp->key,
                                   comp->value);
      }
      case ast::ExprKind::GeneratorExp: {
        const auto* comp = expr->as<ast::GeneratorExp>();
        return visit_comprehension(expr, ComprehensionKind::Generator, comp->generators, comp->elt,
                                   nullptr);
      }
      case ast::ExprKind::Await:
        if (is_refused("await expression", expr)) return;
        visit(expr->as<ast::Await>()->value);
        current_->coroutine = true;
        return;
      case ast::ExprKind::Yield: return visit_yield(expr, expr->as<ast::Yield>()->value);
      case ast::ExprKind::YieldFrom: return visit_yield(expr, expr->as<ast::YieldFrom>()->value);
      case ast::ExprKind::Compare:
        visit(expr->as<ast::Compare>()->left);
        return visit_all(expr->as<ast::Compare>()->comparators);
      case ast::ExprKind::Call: {
        const auto* call = expr->as<ast::Call>();
        visit(call->func);
        visit_all(call->args);
        for (const ast::Keyword* keyword : call->keywords) visit(keyword->value);
        return;
      }
      case ast::ExprKind::FormattedValue:
        visit(expr->as<ast::FormattedValue>()->value);
        return visit_optional(expr->as<ast::FormattedValue>()->format_spec);
      case ast::ExprKind::JoinedStr: return visit_all(expr->as<ast::JoinedStr>()->values);
      case ast::ExprKind::TemplateStr: return visit_all(expr->as<ast::TemplateStr>()->values);
      case ast::ExprKind::Interpolation:
        visit(expr->as<ast::Interpolation>()->value);
        return visit_optional(expr->as<ast::Interpolation>()->format_spec);
      case ast::ExprKind::Constant: return;
      case ast::ExprKind::Attribute: return visit(expr->as<ast::Attribute>()->value);
      case ast::ExprKind::Subscript:
        visit(expr->as<ast::Subscript>()->value);
        return visit(expr->as<ast::Subscript>()->slice);
      case ast::ExprKind::Starred: return visit(expr->as<ast::Starred>()->value);
      case ast::ExprKind::Name: {
        const auto* name = expr->as<ast::Name>();
        bool load = name->ctx == ast::ExprContext::Load;
        add(name->id, load ? Symbol::kUse : Symbol::kLocal, expr->at);
        // super() with no arguments finds the class there.
        if (load && is_function(current_) && name->id == "super") {
          add("__class__", Symbol::kUse, expr->at);
        }
        return;
      }
      case ast::ExprKind::List: return visit_all(expr->as<ast::ListExpr>()->elts);
      case ast::ExprKind::Tuple: return visit_all(expr->as<ast::Tuple>()->elts);
      case ast::ExprKind::Slice:
        visit_optional(expr->as<ast::Slice>()->lower);
        visit_optional(expr->as<ast::Slice>()->upper);
        return visit_optional(expr->as<ast::Slice>()->step);
    }
  }

  // a + b + c is deep on the left: no recursion there.
  void visit_binary(const ast::Expr* expr) {
    size_t start = rights_.size();
    while (expr->kind == ast::ExprKind::BinOp) {
      rights_.push_back(expr->as<ast::BinOp>()->right);
      expr = expr->as<ast::BinOp>()->left;
    }
    visit(expr);
    while (rights_.size() > start) {
      const ast::Expr* right = rights_.back();
      rights_.pop_back();
      visit(right);
    }
  }

  // In what is evaluated only when it is asked for.
  bool is_refused(const std::string& what, const ast::Expr* expr) {
    if (current_->kind == ScopeKind::Annotation && version_ < Version::V3_13) {
      errors_.report("'" + what + "' can not be used within an annotation", expr->at);
      return true;
    }
    const std::string_view within =
        current_->kind == ScopeKind::Annotation ? "an annotation" : current_->what;
    if (within.empty()) return false;
    errors_.report(what + " cannot be used within " + std::string(within), expr->at);
    return true;
  }

  void visit_yield(const ast::Expr* expr, const ast::Expr* value) {
    if (is_refused("yield expression", expr)) return;
    visit_optional(value);
    current_->generator = true;
    switch (current_->comprehension) {
      case ComprehensionKind::None: return;
      case ComprehensionKind::List:
        return errors_.report("'yield' inside list comprehension", expr->at);
      case ComprehensionKind::Set:
        return errors_.report("'yield' inside set comprehension", expr->at);
      case ComprehensionKind::Dict:
        return errors_.report("'yield' inside dict comprehension", expr->at);
      case ComprehensionKind::Generator:
        return errors_.report("'yield' inside generator expression", expr->at);
    }
  }

  void visit_walrus(const ast::NamedExpr* expr) {
    if (is_refused("named expression", expr)) return;
    if (current_->in_iterable > 0) {
      return errors_.report(
          "assignment expression cannot be used in a comprehension iterable expression", expr->at);
    }
    if (current_->comprehension != ComprehensionKind::None) {
      bind_outside_comprehension(expr->target->as<ast::Name>());
    }
    visit(expr->value);
    visit(expr->target);
  }

  // A walrus in a comprehension binds in the scope around it.
  void bind_outside_comprehension(const ast::Name* target) {
    for (Scope* scope = current_; scope; scope = scope->parent) {
      if (scope->comprehension != ComprehensionKind::None) {
        if (flags_of(scope, target->id) & Symbol::kIteration) {
          return errors_.report(
              "assignment expression cannot rebind comprehension iteration variable '" +
                  std::string(target->id) + "'",
              target->at);
        }
        continue;
      }
      if (scope->kind == ScopeKind::Class || !scope->what.empty()) {
        return errors_.report(
            std::string("assignment expression within a comprehension cannot be used ") +
                (scope->has_type_params ? "within " : "in ") +
                std::string(scope->what.empty() ? "a class body" : scope->what),
            target->at);
      }
      bool is_module = scope->kind == ScopeKind::Module;
      bool is_global = is_module || (flags_of(scope, target->id) & Symbol::kGlobal);
      add(target->id, is_global ? Symbol::kGlobal : Symbol::kNonlocal, target->at);
      current_->directives.push_back({mangle(class_name_, target->id, arena_), target->at});
      return add_to(scope, target->id, is_module ? Symbol::kGlobal : Symbol::kLocal, target->at);
    }
  }

  void visit_target(const ast::Expr* target) {
    current_->in_iteration_target = true;
    visit(target);
    current_->in_iteration_target = false;
  }

  void visit_comprehension(const ast::Expr* expr, ComprehensionKind kind,
                           ast::List<ast::Comprehension> generators, const ast::Expr* element,
                           const ast::Expr* value) {
    const ast::Comprehension* outermost = generators[0];
    current_->in_iterable++;  // the first iterable is evaluated outside
    visit(outermost->iter);
    current_->in_iterable--;
    enter(expr, ScopeKind::Function, expr->at);
    current_->comprehension = kind;
    current_->inlined = kind != ComprehensionKind::Generator && version_ >= Version::V3_12 &&
                        !current_->parent->sees_class;
    current_->coroutine = outermost->is_async;
    add(".0", Symbol::kParameter, expr->at);
    visit_target(outermost->target);
    visit_all(outermost->ifs);
    for (const ast::Comprehension* inner : generators.subspan(1)) {
      visit_target(inner->target);
      current_->in_iterable++;
      visit(inner->iter);
      current_->in_iterable--;
      visit_all(inner->ifs);
      if (inner->is_async) current_->coroutine = true;
    }
    visit_optional(value);
    visit(element);
    current_->generator = kind == ComprehensionKind::Generator;
    bool awaited_outside = current_->coroutine && !current_->generator;
    leave();
    if (awaited_outside) current_->coroutine = true;
  }

  const FutureImports& future_imports_;
  ScopeTree& tree_;
  Version version_ = kDefaultVersion;
  std::deque<Scope> forgotten_;
  Arena& arena_;
  CompileErrors& errors_;
  Scope* current_ = nullptr;
  ast::Text class_name_;
  std::vector<const ast::Expr*> rights_;
  int depth_ = 0;
};

}  // namespace

void build_scopes(const ast::Module& module, const FutureImports& future_imports, ScopeTree& tree,
                  Arena& arena, CompileErrors& errors) {
  ScopeBuilder(future_imports, tree, arena, errors).build(module);
}

}  // namespace awaitscope
