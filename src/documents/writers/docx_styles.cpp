// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/docx_body.h"

#include <array>
#include <cstdio>

namespace thidua::documents::docx {
namespace {

/// Distances in twentieths of a point; `line` 0 is single spacing, otherwise exact.
struct ParagraphStyle {
    const char* id;
    const char* name;
    const char* align;  ///< left, center, both
    int halfPoints;
    bool bold;
    bool italic;
    int firstLine;
    int before;
    int after;
    int line;
    int outline;        ///< 0 none, 1 … heading level
};

// Sizes, pitches and gaps as in documents/measures.h.
constexpr std::array<ParagraphStyle, 21> kStyles{{
    {"ThanVanBan", "Thân văn bản", "both", 26, false, false, 720, 0, 120, 320, 0},
    {"CanCu", "Căn cứ", "both", 26, false, true, 720, 0, 120, 320, 0},
    {"MucLaMa", "Mục La Mã", "both", 26, true, false, 720, 0, 120, 320, 1},
    {"Muc", "Mục", "both", 26, true, false, 720, 0, 120, 320, 2},
    {"Diem", "Khoản, điểm", "both", 26, false, false, 720, 0, 120, 320, 0},
    {"TieuDeGiua", "Tiêu đề giữa", "center", 26, true, false, 0, 0, 120, 320, 0},
    {"CoQuanChuQuan", "Cơ quan chủ quản", "center", 24, false, false, 0, 0, 0, 306, 0},
    {"CoQuan", "Cơ quan ban hành", "center", 24, true, false, 0, 0, 0, 306, 0},
    {"QuocHieu", "Quốc hiệu", "center", 24, true, false, 0, 0, 0, 306, 0},
    {"TieuNgu", "Tiêu ngữ", "center", 26, true, false, 0, 0, 0, 306, 0},
    {"SoKyHieu", "Số, ký hiệu", "center", 26, false, false, 0, 142, 0, 306, 0},
    {"TenLoai", "Tên loại văn bản", "center", 28, true, false, 0, 308, 0, 352, 0},
    {"TrichYeu", "Trích yếu", "center", 28, true, false, 0, 0, 0, 352, 0},
    {"ThamQuyen", "Thẩm quyền ban hành", "center", 28, true, false, 0, 120, 160, 352, 0},
    {"KemTheo", "Kèm theo", "center", 26, false, true, 0, 0, 0, 328, 0},
    {"KinhGui", "Kính gửi", "left", 26, false, false, 0, 0, 0, 328, 0},
    {"GhiChu", "Ghi chú", "both", 24, false, false, 0, 80, 80, 280, 0},
    {"ChuBang", "Chữ trong bảng", "left", 24, false, false, 0, 0, 0, 276, 0},
    {"ChuKy", "Chữ ký", "center", 26, true, false, 0, 0, 0, 317, 0},
    {"NoiNhan", "Nơi nhận", "left", 22, false, false, 0, 0, 0, 261, 0},
    {"KeNgang", "Kẻ ngang", "center", 4, false, false, 0, 0, 0, 40, 0},
}};

std::string styleXml(const ParagraphStyle& style)
{
    std::array<char, 900> text{};
    // keepNext stands before, outlineLvl behind the spacing: the schema fixes the order.
    const std::string keep = style.outline > 0 ? "<w:keepNext/>" : "";
    const std::string level = style.outline > 0 ? "<w:outlineLvl w:val=\"" + std::to_string(style.outline - 1) + "\"/>" : "";
    std::snprintf(text.data(), text.size(),
                  "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
                  "<w:pPr>%s<w:widowControl/><w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>"
                  "<w:ind w:firstLine=\"%d\"/><w:jc w:val=\"%s\"/>%s</w:pPr><w:rPr>%s%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>",
                  style.id, style.name, keep.c_str(), style.before, style.after, style.line, style.firstLine, style.align, level.c_str(),
                  style.bold ? "<w:b/>" : "", style.italic ? "<w:i/>" : "", style.halfPoints, style.halfPoints);
    return text.data();
}

}

std::string stylesXml()
{
    std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>)"
                      R"(<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>)"
                      R"(<w:color w:val="000000"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>)"
                      R"(<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)"
                      R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>)"
                      R"(<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>)"
                      R"(<w:style w:type="table" w:customStyle="1" w:styleId="BangBieu"><w:name w:val="Bảng biểu"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>)";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        xml += "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    xml += "</w:tblBorders><w:tblCellMar><w:top w:w=\"23\" w:type=\"dxa\"/><w:left w:w=\"68\" w:type=\"dxa\"/><w:bottom w:w=\"45\" w:type=\"dxa\"/>"
           "<w:right w:w=\"68\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
    for (const auto& style : kStyles)
        xml += styleXml(style);
    return xml + "</w:styles>";
}

}
