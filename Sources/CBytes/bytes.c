// All of it is in the header, so that Swift's compiler puts it where it is called.
#include "CBytes.h"
