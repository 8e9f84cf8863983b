#include "base/base.h"

#include <sodium.h>

int main(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return sodium_init() < 0 ? 3 : 0;
}
