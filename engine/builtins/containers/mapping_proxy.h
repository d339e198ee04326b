#pragma once
// mappingproxy: a dict that can only be read, as the __dict__ of a class is.

#include "engine/objects/objects.h"

namespace awaitscope {

Ref new_mapping_proxy(Value dict);
extern Type* frozen_dict_type;  // since 3.15
void register_mapping_proxy();

}  // namespace awaitscope
