// SPDX-License-Identifier: GPL-3.0-or-later
// Files that prove something: what is taken, what is refused and why, and that they go along with the school's file.
#include "domain/initiative.h"
#include "domain/legal_text.h"
#include "domain/nomination.h"
#include "services/attachments/attachment_kinds.h"
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/core/open_export.h"
#include "services/follow/activity_service.h"
#include "services/follow/initiative_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/nomination_service.h"
#include "services/sample_school.h"
#include "storage/check.h"
#include "text/messages.h"

#include <fstream>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

const std::string kPdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";

struct Attaching : SampleSchool {
    Attaching() : SampleSchool(Date(2022, 9, 23))
    {
        REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
        nomination = NominationService(file()).board(year(2022)).value().rows.back().id;
        owner = AttachmentOwner::of(nomination);
    }
    std::filesystem::path made(const std::string& name, const std::string& bytes)
    {
        const auto path = scratch() / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    std::string refused(const std::filesystem::path& path)
    {
        const auto before = dump();
        const auto added = service().add(owner, {}, {path});
        REQUIRE_FALSE(added);
        CHECK(dump() == before);
        const auto sentence = text::sentence(added.error());
        CHECK(sentence.find('%') == std::string::npos);
        CHECK(sentence.find(storage::platform::utf8(path.filename())) != std::string::npos);
        return added.error().key;
    }
    AttachmentService service() { return AttachmentService(file()); }
    std::int64_t contents() { return file().data().reader().number("SELECT count(*) FROM attachment_content"); }

    NominationId nomination{0};
    AttachmentOwner owner;
};

}

TEST_CASE_METHOD(Attaching, "a file is attached, opened again byte by byte, and taken off; each step can be undone")
{
    const auto path = made("Chứng nhận SK.pdf", kPdf);
    REQUIRE(service().add(owner, "initiative-certificate", {path, made("ảnh.jpg", "\xFF\xD8\xFF\xE0 jfif")}));
    auto rows = service().of(owner).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].attachment.name == "Chứng nhận SK.pdf");
    CHECK(rows[0].attachment.part == "initiative-certificate");
    CHECK(rows[0].attachment.size == static_cast<std::int64_t>(kPdf.size()));
    CHECK(rows[0].attachment.mediaType == "application/pdf");
    CHECK(rows[0].attachment.addedOn == clock().today());
    CHECK(rows[0].sizeText == std::to_string(kPdf.size()) + " B");
    CHECK(service().content(rows[0].id).value() == kPdf);
    REQUIRE(service().saveTo(rows[0].id, scratch() / "ra.pdf"));
    CHECK(bytesOf(scratch() / "ra.pdf") == kPdf);
    REQUIRE(service().assign(rows[1].id, "achievement-report", rows[1].version));
    REQUIRE(service().remove(rows[0].id));
    CHECK(service().of(owner).value().size() == 1);
    REQUIRE(file().undo());
    CHECK(service().content(service().of(owner).value()[0].id).value() == kPdf);
    REQUIRE(file().undo());
    REQUIRE(file().undo());
    CHECK(service().of(owner).value().empty());
    REQUIRE(file().redo());
    CHECK(service().of(owner).value().size() == 2);
    CHECK(storage::checkFile(file().data().reader()).empty());
}

TEST_CASE_METHOD(Attaching, "the change record keeps the hash of what is attached, not its bytes, and the same bytes stand once")
{
    const auto path = made("a.pdf", kPdf);
    REQUIRE(service().add(owner, {}, {path}));
    const auto text = file().data().reader().number("SELECT count(*) FROM change_row WHERE entity LIKE 'attachment%' AND (after_json LIKE '%hex%' OR length(after_json) > 900)");
    CHECK(text == 0);
    const auto other = NominationService(file()).board(year(2022)).value().rows.front().id;
    REQUIRE(service().add(AttachmentOwner::of(other), {}, {path}));
    CHECK(contents() == 1);
}

TEST_CASE_METHOD(Attaching, "what is no proof is refused in one sentence that names the file")
{
    CHECK(refused(made("rỗng.pdf", "")) == "attachment.empty");
    CHECK(refused(made("giả.pdf", "PK\x03\x04 word/document.xml")) == "attachment.other-kind");
    CHECK(refused(made("giả.docx", std::string("PK\x03\x04") + "xl/workbook.xml")) == "attachment.other-kind");
    CHECK(refused(made("giả.png", "\xFF\xD8\xFF")) == "attachment.other-kind");
    CHECK(refused(made("giả.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 nothing")) == "attachment.other-kind");
    CHECK(refused(made("cai-dat.exe", "MZ")) == "attachment.unknown-kind");
    CHECK(refused(made("khong-duoi", kPdf)) == "attachment.unknown-kind");
    CHECK(refused(made("CON.pdf", kPdf)) == "attachment.bad-name");
    CHECK(refused(made("com1.minh-chung.pdf", kPdf)) == "attachment.bad-name");
    CHECK(refused(made("a:b.pdf", kPdf)) == "attachment.bad-name");
    CHECK(refused(scratch() / "khong-co.pdf") == "attachment.no-file");
    std::filesystem::create_directory(scratch() / "thư mục.pdf");
    CHECK(refused(scratch() / "thư mục.pdf") == "attachment.no-file");
    REQUIRE(service().add(owner, {}, {made("a.pdf", kPdf)}));
    CHECK(refused(made("b.pdf", kPdf)) == "attachment.there");
    CHECK(service().add(owner, {}, {}).error().key == "attachment.none-chosen");
    CHECK(service().add(AttachmentOwner::of(NominationId(99999)), {}, {made("c.pdf", kPdf + " ")}).error().key == "row.not-found");
    // One that is refused takes the others along.
    CHECK_FALSE(service().add(owner, {}, {made("d.pdf", kPdf + "\n"), made("rỗng.pdf", "")}));
    CHECK(service().of(owner).value().size() == 1);
}

TEST_CASE_METHOD(Attaching, "a file of two gigabytes is refused by its size and never read")
{
    const auto path = made("nặng.pdf", kPdf);
    std::filesystem::resize_file(path, std::uintmax_t(2) << 30U); // sparse: takes no room, and reading it would take memory
    CHECK(refused(path) == "attachment.too-big");
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(attachmentLimits().each) + 1);
    CHECK(refused(path) == "attachment.too-big");
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(attachmentLimits().each));
    REQUIRE(service().add(owner, {}, {path}));
    const auto weight = service().weight().value();
    CHECK(weight.count == 1);
    CHECK(weight.bytes == attachmentLimits().each);
    CHECK_FALSE(weight.heavy);
    CHECK(storage::checkFile(file().data().reader()).empty());
}

TEST_CASE("every kind that may be attached is known by its bytes, in capitals too")
{
    const std::string zip = "PK\x03\x04", ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    const auto wide = [](const std::string& word) {
        std::string bytes;
        for (const char c : word)
            bytes += std::string{c, '\0'};
        return bytes;
    };
    CHECK(kindOfFile("A.PDF", kPdf));
    CHECK(kindOfFile("a.docx", zip + "...word/document.xml"));
    CHECK(kindOfFile("a.xlsx", zip + "...xl/workbook.xml"));
    CHECK(kindOfFile("a.odt", zip + "mimetypeapplication/vnd.oasis.opendocument.text"));
    CHECK(kindOfFile("a.doc", ole + wide("WordDocument")));
    CHECK(kindOfFile("a.xls", ole + wide("Workbook")));
    CHECK(kindOfFile("a.JPG", "\xFF\xD8\xFF\xE0"));
    CHECK(kindOfFile("a.png", "\x89PNG\r\n\x1A\n"));
    CHECK_FALSE(kindOfFile("a.xls", ole + wide("WordDocument")));
    CHECK(sizeWords(12) == "12 B");
    CHECK(sizeWords(1536) == "2 KB");
    CHECK(sizeWords(1'468'006) == "1,4 MB");
    CHECK(sizeWords(20 * 1024 * 1024) == "20 MB");
}

TEST_CASE_METHOD(Attaching, "attachments of all together are called heavy from the shipped limit on")
{
    const auto limits = attachmentLimits();
    REQUIRE(limits.each > 0);
    REQUIRE(limits.heavy > limits.each);
    // As if they had been attached: what matters is the sum.
    file().data().reader().execute("INSERT INTO attachment_content (hash, content) VALUES ('x', zeroblob(?))", {limits.heavy});
    const auto weight = service().weight().value();
    CHECK(weight.heavy);
    CHECK(weight.sentence.find("200 MB") != std::string::npos);
}

TEST_CASE_METHOD(Attaching, "an initiative, an activity and a legal text have attachments, which go with them and come back with them")
{
    Initiative work;
    work.year = year(2022);
    work.title = "Đọc to nghe chung";
    work.registeredOn = clock().today();
    const auto initiative = InitiativeService(file()).addInitiative(work, {{InitiativeId(0), *person("A Khôi").person, 100, {}, {}}}).value().value;
    const auto path = made("a.pdf", kPdf);
    REQUIRE(service().add(AttachmentOwner::of(initiative), {}, {path}));
    REQUIRE(InitiativeService(file()).removeInitiative(initiative));
    CHECK(service().of(AttachmentOwner::of(initiative)).value().empty());
    REQUIRE(file().undo());
    CHECK(service().of(AttachmentOwner::of(initiative)).value().size() == 1);

    LegalText text;
    text.kind = "Công văn";
    text.number = "9/SGDĐT";
    const auto id = PlanService(file()).addLegalText(text).value().value;
    REQUIRE(service().add(AttachmentOwner::of(id), {}, {path}));
    REQUIRE(PlanService(file()).removeLegalText(id));
    REQUIRE(file().undo());
    CHECK(service().of(AttachmentOwner::of(id)).value().size() == 1);

    const auto activities = ActivityService(file()).activities(year(2021)).value();
    REQUIRE_FALSE(activities.empty());
    CHECK(service().add(AttachmentOwner::of(activities.front().id), {}, {path}).error().key == "year.closed");
}

TEST_CASE_METHOD(Attaching, "attachments are closed with their nomination")
{
    REQUIRE(service().add(owner, {}, {made("a.pdf", kPdf)}));
    const auto id = service().of(owner).value().front().id;
    REQUIRE(NominationService(file()).withdraw(nomination, "Chuyển công tác"));
    CHECK(service().add(owner, {}, {made("b.pdf", kPdf + " ")}).error().key == "nomination.dossier-closed");
    CHECK(service().remove(id).error().key == "nomination.dossier-closed");
    CHECK_FALSE(service().whyClosed(owner).value().empty());
    CHECK(service().content(id));
}

TEST_CASE_METHOD(Attaching, "attachments go along with backups and with what is exported in the open")
{
    REQUIRE(service().add(owner, {}, {made("a.pdf", kPdf)}));
    const auto id = service().of(owner).value().front().id;
    REQUIRE(exportOpen(file(), scratch() / "a.json"));
    REQUIRE(importOpen(scratch() / "a.json", scratch() / "b.thidua", clock()));
    auto again = SchoolFile::open(scratch() / "b.thidua", SchoolFile::Mode::ReadWrite, clock(), {"Lan"}).value();
    CHECK(AttachmentService(*again).content(id).value() == kPdf);
    CHECK(storage::checkFile(again->data().reader()).empty());
}

TEST_CASE_METHOD(Attaching, "an attachment that was altered outside the program is not opened")
{
    REQUIRE(service().add(owner, {}, {made("a.pdf", kPdf)}));
    const auto id = service().of(owner).value().front().id;
    file().data().reader().execute("DROP TRIGGER freeze_attachment_content_UPDATE");
    file().data().reader().execute("UPDATE attachment_content SET content = x'00'");
    CHECK(service().content(id).error().key == "attachment.damaged");
    std::set<std::string> keys;
    for (const auto& problem : storage::checkFile(file().data().reader()))
        keys.insert(problem.key);
    CHECK(keys.contains("check.attachment-altered"));
    CHECK(keys.contains("check.attachment-content"));
}
