// SPDX-License-Identifier: MIT
// The compiled part of Boost.JSON: to be included by exactly one translation unit of a program, or by none
// of a program that is linked with boost_json.
#pragma once

#include <boost/json/src.hpp>
