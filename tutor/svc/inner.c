#include "svc/inner.h"

#include <stdio.h>

#include "svc/embedder.h"
#include "svc/encode.h"
#include "svc/indexer.h"
#include "svc/supervise.h"

int inner_main(int argc, char **argv)
{
	if (argc < 2 || !starts_with(argv[1], "__"))
		return -1;
	if (streq(argv[1], "__kb-build") && argc == 2)
		return indexer_inner();
	if (streq(argv[1], "__kb-encode") && argc == 2)
		return encoder_inner();
	if (streq(argv[1], "__embed") && argc == 3)
		return embedder_inner(argv[2]);
	if (streq(argv[1], "__embed-convert") && argc == 5)
		return embedder_convert(argv[2], argv[3], argv[4]);
	if (streq(argv[1], "__supervise"))
		return supervise_start(argc, argv);
	if (streq(argv[1], "__supervise-run"))
		return supervise_inner(argc, argv);
	dprintf(2, "tutor: %s is a part of tutor that it starts itself.\n", argv[1]);
	return 2;
}
