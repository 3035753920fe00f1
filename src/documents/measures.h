// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_setup.h"

/// The form of official papers in millimetres (points where a name ends in Pt). `y` is a baseline, measured from the sheet's top.
/// [NĐ] Nghị định 30/2020/NĐ-CP, Phụ lục I; [TC] chosen within what it leaves open; the paper's name tells where it was measured.
namespace thidua::documents::measures {

inline constexpr double kPointMm = 25.4 / 72.0;

// Type sizes: the pair 12 / 13 / 13 [NĐ], titles 14.
inline constexpr double kMottoPt = 13, kHeadPt = 12, kBodyPt = 13, kTitlePt = 14, kTablePt = 12, kRecipientTitlePt = 12, kRecipientPt = 11;

// Head block, all papers: quốc hiệu and chủ quản at 24.0, each further line 5.4 lower.
inline constexpr double kHeadY = 24.0, kHeadPitch = 5.4, kHeadRuleDrop = 2.0;
inline constexpr double kAgencyRuleShare = 0.42;   ///< of the longest agency line; [NĐ] a third to a half
inline constexpr double kAgencyMaxWidth = 70.5;    ///< what quốc hiệu leaves on its left (portrait, 12 pt)
inline constexpr double kAgencyMaxWidthLandscape = 86.0;
inline constexpr double kNumberDrop = 8.8;         ///< below the last agency line; never above kNumberMinY
inline constexpr double kNumberMinY = 38.2;
inline constexpr double kNumberGap = 12.0, kDayGap = 8.0;  ///< left white for the clerk's pen

// Title: ke-hoach 49.7 / 55.9 / rule 58.1; lists without number 42.4 (danh-sach-dang-ky), 41.4 landscape (danh-sach-khen-thuong).
inline constexpr double kTitleDrop = 11.5, kTitleDropUndated = 10.5;  ///< bien-ban: 54.1 below its number at 43.6
inline constexpr double kListTitleDrop = 13.0, kListTitleDropLandscape = 12.0;
inline constexpr double kTitlePitch = 6.2, kTitleRuleDrop = 2.2, kTitleRuleShare = 0.36;
inline constexpr double kTitleWidth = 155.0, kTitleWidthLandscape = 230.0, kAppendixTitleWidth = 150.0;  ///< longer subjects take another line
inline constexpr double kAfterTitle = 8.2;         ///< from the last subject line to the top of what follows
inline constexpr double kReferenceDrop = 6.2, kReferencePitch = 5.6, kAfterReference = 5.5;

// Body [NĐ: 13–14 pt, justified, first line 12.7, single to 1.5 spacing, at least 6 pt between paragraphs].
inline constexpr double kBodyPitch = 16.0 * kPointMm, kParagraphGap = 6.0 * kPointMm, kFirstLineIndent = 12.7;
inline constexpr double kNotePitch = 14.0 * kPointMm, kNoteRaise = 0.35, kAfterNote = 2.7;

// Addressees: to-trinh 74.7 / 80.5 / 86.3.
inline constexpr double kAboutGap = 2.1, kAfterAbout = 6.0; ///< around “V/v …” below the number of a letter
inline constexpr double kAddressX = 62.0, kAddressListX = 82.5, kAddressFirst = 4.4, kAddressPitch = 5.8, kAfterAddress = 4.7;

// quyet-dinh: the issuer's line 69.1, “QUYẾT ĐỊNH:” 145.5, 9.7 below the last basis and 9.1 above Điều 1.
inline constexpr double kAuthorityFirst = 5.0, kAfterAuthority = 5.0, kDecidesFirst = 6.5, kAfterDecides = 4.5;

// Tables: line pitch 1.15 × size, cell margins, rule 0.5 pt.
inline constexpr double kCellPitch = 1.15, kCellSide = 1.2, kCellTop = 0.4, kCellBottom = 1.3, kRulePt = 0.5;

// Signatures: names 30 below the last line of the office; date line 6 above it (danh-sach-dang-ky), recipients 4.6 apart.
inline constexpr double kSignatureFirst = 6.0, kSignatureSpace = 30.0, kAuthorityPitch = 5.6, kDateToOffice = 6.0;
inline constexpr double kHintDrop = 5.2, kRecipientPitch = 4.6, kRecipientsBelow = 9.0;

// Appendices: quyet-dinh 24.2 / 30.6 / 37.0 / 42.8, table 5.5 below.
inline constexpr double kAppendixY = 24.2, kAppendixPitch = 6.4, kAppendixReferencePitch = 5.8, kAfterAppendix = 5.5;

// Page number: all papers, from page 2 of a part.
inline constexpr double kPageNumberY = 14.0;

/// The centres of the two columns of head and signatures: 65.5 and 149 in portrait, 75 and 227 in landscape.
struct Centres {
    double left;
    double right;
    double page;
};

inline Centres centres(const PageSetup& page)
{
    const bool wide = page.orientation == Orientation::Landscape;
    const double right = page.width() - page.right;
    return {page.left + (wide ? 45.0 : 35.5), right - (wide ? 55.0 : 46.0), (page.left + right) / 2};
}

inline double agencyWidth(const PageSetup& page)
{
    return page.orientation == Orientation::Landscape ? kAgencyMaxWidthLandscape : kAgencyMaxWidth;
}

inline double titleWidth(const PageSetup& page)
{
    return page.orientation == Orientation::Landscape ? kTitleWidthLandscape : kTitleWidth;
}

}
