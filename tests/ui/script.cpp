// The recordings made by hand that the reader's tests use, for the interface's tests too.
#include "tests/engine/recording/script.cpp"
