#pragma once
// Builtin types that are not the same in every version.

#include "engine/objects/type.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// A type has another name, written in full, in runs of a version and later ones.
void rename_since(Version version, Type* type, std::string_view full_name);

}  // namespace awaitscope
