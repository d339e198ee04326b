#include "engine/builtins/errors/suggestions.h"

#include <algorithm>

#include "engine/machine/attributes.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

void add_keys(std::vector<std::string_view>& names, const Dict* dict) {
  if (!dict) return;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    Value key = dict->entries[i].key;
    if (key && is<Str>(key)) names.push_back(text_of(key));
  }
}

const PyFrame* frame_where_raised(const Exception* exception) {
  const Traceback* entry = as_if<Traceback>(exception->traceback);
  while (entry && is<Traceback>(entry->next)) entry = as<Traceback>(entry->next);
  if (!entry || !entry->frame) return nullptr;
  auto* frame = static_cast<const Frame*>(entry->frame.object());
  return frame->native ? nullptr : static_cast<const PyFrame*>(frame);
}

std::string_view nearest_variable(const Exception* exception, std::string_view name) {
  const PyFrame* frame = frame_where_raised(exception);
  if (!frame || !frame->code) return {};
  std::vector<std::string_view> names;
  const Code& code = *frame->code->code;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    bool parameter = i < frame->code->parameter_count;
    if (code.locals[i].kind == LocalVariable::Kind::Local || parameter) {
      names.push_back(code.locals[i].name);
    }
  }
  if (auto found = nearest_name(name, names); !found.empty()) return found;
  names.clear();
  add_keys(names, frame->globals);
  if (auto found = nearest_name(name, names); !found.empty()) return found;
  names.clear();
  if (has_run()) add_keys(names, vm().builtins);
  return nearest_name(name, names);
}

}  // namespace

std::vector<std::string_view> attribute_names(Value value) {
  std::vector<std::string_view> names;
  if (const Module* module = as_if<Module>(value)) {
    add_keys(names, module->dict);
  } else if (const Type* type = as_if<Type>(value)) {
    for (const Type* base : type->mro) add_keys(names, base->dict);
  } else {
    for (const Type* base : type_of(value)->mro) add_keys(names, base->dict);
    if (value.is_object()) add_keys(names, attributes_of(value.object(), false));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string suggestion_for(const Exception* exception) {
  const Str* name = as_if<Str>(exception->extra[0]);
  if (!name) return {};
  std::string_view found;
  std::vector<std::string_view> names;
  if (is_subtype(exception->type, types.AttributeError)) {
    if (!exception->extra[1]) return {};
    names = attribute_names(exception->extra[1]);
    found = nearest_name(name->view(), names);
  } else if (is_subtype(exception->type, types.NameError)) {
    found = nearest_variable(exception, name->view());
  }
  if (found.empty()) return {};
  return concat({". Did you mean: ", quote(found), "?"});
}

}  // namespace awaitscope
