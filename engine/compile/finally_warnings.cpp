// PEP 765: since 3.14 CPython warns of what leaves a `finally` block, and so swallows an exception.

#include "engine/compile/finally_warnings.h"

#include <string>

namespace awaitscope {
namespace {

struct Place {
  bool in_finally = false;
  bool in_loop = false;  // of the finally block, not around it
};

class Walker {
 public:
  explicit Walker(CompileErrors& errors) : errors_(errors) {}

  void walk(const ast::List<ast::Stmt>& body, Place place) {
    // (What is too deep is refused later.)
    if (++depth_ <= kMaxNesting) {
      for (const ast::Stmt* stmt : body) walk(stmt, place);
    }
    --depth_;
  }

 private:
  void leaves(const ast::Stmt* stmt, const char* word) {
    errors_.warn("'" + std::string(word) + "' in a 'finally' block", stmt->at);
  }

  template <class T>
  void loop(const T* stmt, Place place) {
    Place inside = place;
    inside.in_loop = true;
    walk(stmt->body, inside);
    walk(stmt->orelse, place);
  }

  template <class T>
  void attempt(const T* stmt, Place place) {
    walk(stmt->body, place);
    for (const ast::ExceptHandler* handler : stmt->handlers) walk(handler->body, place);
    walk(stmt->orelse, place);
    walk(stmt->finalbody, {true, false});
  }

  void walk(const ast::Stmt* stmt, Place place) {
    switch (stmt->kind) {
      case ast::StmtKind::Return:
        if (place.in_finally) leaves(stmt, "return");
        return;
      case ast::StmtKind::Break:
        if (place.in_finally && !place.in_loop) leaves(stmt, "break");
        return;
      case ast::StmtKind::Continue:
        if (place.in_finally && !place.in_loop) leaves(stmt, "continue");
        return;
      case ast::StmtKind::FunctionDef: return walk(stmt->as<ast::FunctionDef>()->body, {});
      case ast::StmtKind::AsyncFunctionDef:
        return walk(stmt->as<ast::AsyncFunctionDef>()->body, {});
      case ast::StmtKind::ClassDef: return walk(stmt->as<ast::ClassDef>()->body, place);
      case ast::StmtKind::For: return loop(stmt->as<ast::For>(), place);
      case ast::StmtKind::AsyncFor: return loop(stmt->as<ast::AsyncFor>(), place);
      case ast::StmtKind::While: return loop(stmt->as<ast::While>(), place);
      case ast::StmtKind::If: {
        const auto* branch = stmt->as<ast::If>();
        walk(branch->body, place);
        return walk(branch->orelse, place);
      }
      case ast::StmtKind::With: return walk(stmt->as<ast::With>()->body, place);
      case ast::StmtKind::AsyncWith: return walk(stmt->as<ast::AsyncWith>()->body, place);
      case ast::StmtKind::Match:
        for (const ast::MatchCase* one : stmt->as<ast::Match>()->cases) walk(one->body, place);
        return;
      case ast::StmtKind::Try: return attempt(stmt->as<ast::Try>(), place);
      case ast::StmtKind::TryStar: return attempt(stmt->as<ast::TryStar>(), place);
      default: return;
    }
  }

  CompileErrors& errors_;
  int depth_ = 0;
};

}  // namespace

void warn_about_finally(const ast::Module& module, CompileErrors& errors) {
  if (module.version >= Version::V3_14) Walker(errors).walk(module.body, {});
}

}  // namespace awaitscope
