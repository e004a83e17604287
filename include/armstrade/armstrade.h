/* All of armstrade. */
#ifndef ARMSTRADE_ARMSTRADE_H
#define ARMSTRADE_ARMSTRADE_H

#include <armstrade/canonical_csv.h>
#include <armstrade/chart.h>
#include <armstrade/combine.h>
#include <armstrade/compare.h>
#include <armstrade/goods.h>
#include <armstrade/group.h>
#include <armstrade/growth.h>
#include <armstrade/judge.h>
#include <armstrade/load.h>
#include <armstrade/membership.h>
#include <armstrade/names.h>
#include <armstrade/page.h>
#include <armstrade/regression.h>
#include <armstrade/report.h>
#include <armstrade/setup.h>
#include <armstrade/summary.h>

#endif
