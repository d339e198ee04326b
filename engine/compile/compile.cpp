#include "engine/compile/compile.h"

#include "engine/compile/code_writer.h"
#include "engine/compile/finally_warnings.h"

namespace awaitscope {

Compiled compile(const ast::Module& module, std::string_view source,
                 const CompileOptions& options) {
  Compiled result;
  CompileErrors errors(source);
  Arena arena;
  ScopeTree scopes;
  FutureImports future_imports = find_future_imports(module, errors);
  if (!errors.failed()) warn_about_finally(module, errors);
  if (!errors.failed()) build_scopes(module, future_imports, scopes, arena, errors);
  if (!errors.failed()) resolve_scopes(scopes, errors);
  if (!errors.failed()) {
    result.code = CodeWriter(scopes, future_imports, arena, options, errors).module(module);
  }
  result.warnings = errors.take_warnings();
  result.error = errors.take_error();
  return result;
}

}  // namespace awaitscope
