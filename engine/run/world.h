#pragma once
// What all runs share: types, names and builtin functions, made once, immortal, never changed.

namespace awaitscope {

void make_world();  // the first time it is called

}  // namespace awaitscope
