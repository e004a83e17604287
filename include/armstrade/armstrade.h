/* All of armstrade. */
#ifndef ARMSTRADE_ARMSTRADE_H
#define ARMSTRADE_ARMSTRADE_H

#include <armstrade/bootstrap.h>
#include <armstrade/canonical_csv.h>
#include <armstrade/chart.h>
#include <armstrade/combine.h>
#include <armstrade/compare.h>
#include <armstrade/goods.h>
#include <armstrade/group.h>
#include <armstrade/judge.h>
#include <armstrade/load.h>
#include <armstrade/membership.h>
#include <armstrade/names.h>
#include <armstrade/network.h>
#include <armstrade/page.h>
#include <armstrade/report.h>
#include <armstrade/rounding.h>
#include <armstrade/setup.h>
#include <armstrade/trend.h>

#endif
