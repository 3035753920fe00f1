// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_dialogs.h"

#include "domain/dossier.h"
#include "services/law/honours.h"
#include "services/review/dossier_service.h"
#include "services/review/nomination_service.h"
#include "services/review/report_service.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/record_form.h"
#include "ui/pages/kit/write_dialog.h"
#include "ui/pages/review/review_words.h"

#include <QCoreApplication>

#include <array>

namespace thidua::ui {

using domain::NominationField;
using domain::NominationId;
using domain::Opinion;
using services::NominationService;

namespace {

struct NominationDialogWords {
    Q_DECLARE_TR_FUNCTIONS(NominationDialogs)
};

QString aboutOf(const services::NominationRow& row)
{
    return NominationDialogWords::tr("%1 – %2").arg(toQ(row.name), toQ(row.honourName));
}

struct SendBackDraft {
    std::array<bool, domain::EnumCodes<NominationField>::codes.size()> marked{};
    std::string reason;
    friend bool operator==(const SendBackDraft&, const SendBackDraft&) = default;
};

std::vector<NominationField> fieldsOf(const SendBackDraft& draft)
{
    std::vector<NominationField> fields;
    for (std::size_t i = 0; i < draft.marked.size(); ++i)
        if (draft.marked[i])
            fields.push_back(static_cast<NominationField>(i));
    return fields;
}

struct ReasonDraft {
    std::string reason;
    friend bool operator==(const ReasonDraft&, const ReasonDraft&) = default;
};

struct ChangeDraft {
    std::string ground;
    std::optional<Date> applicableOn;
    friend bool operator==(const ChangeDraft&, const ChangeDraft&) = default;
};

Opinion opinionOf(services::SchoolFile& file, const std::vector<NominationId>& about, domain::OpinionBody body)
{
    Opinion opinion;
    opinion.body = body;
    opinion.givenOn = file.clock().today();
    if (about.size() != 1)
        return opinion;
    opinion.nomination = about.front();
    if (const auto dossier = services::DossierService(file).dossier(about.front()))
        for (const auto& row : dossier->opinions)
            if (row.opinion.body == body)
                return row.opinion;
    return opinion;
}

}

void openOpinionDialog(Shell& shell, services::SchoolFile& file, const std::vector<NominationId>& about, domain::OpinionBody body, const QString& name, QWidget* parent)
{
    auto* dialog = new WriteDialog(shell.runner, NominationDialogWords::tr("Ý kiến về đề nghị"), name, QStringLiteral("opinionDialog"), parent);
    auto* form = new RecordForm<Opinion>;
    form->choice("body", NominationDialogWords::tr("Của"), &Opinion::body).named("opinion-body").required();
    form->choice("stance", NominationDialogWords::tr("Ý kiến"), &Opinion::stance).named("opinion-stance").required();
    form->date("givenOn", NominationDialogWords::tr("Ngày cho ý kiến"), &Opinion::givenOn).named("opinion-date").required();
    form->text("signer", NominationDialogWords::tr("Người ký"), &Opinion::signer).named("opinion-signer").placeholder(NominationDialogWords::tr("Tổ trưởng, Chủ tịch Công đoàn, Bí thư")).required();
    form->lines("content", NominationDialogWords::tr("Nội dung"), &Opinion::content, 4).named("opinion-content").hint(NominationDialogWords::tr("Bắt buộc khi không đồng ý hoặc có ý kiến thêm."));
    form->load(opinionOf(file, about, body));
    dialog->setForm(form, form->binder(), about.size() > 1 ? NominationDialogWords::tr("Ghi cho %1 đề nghị").arg(about.size()) : NominationDialogWords::tr("Ghi ý kiến"),
                    [&file, form, about] { return changesOf(services::DossierService(file).recordOpinions(about, form->draft())); });
    dialog->open();
}

void openReportDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, const QString& whyNot, std::function<void()> print, QWidget* parent)
{
    using Report = domain::AchievementReport;
    services::ReportService reports(file);
    const auto report = reports.report(row.id);
    if (!report)
        return shell.runner.fail(report.error());
    auto* dialog = new WriteDialog(shell.runner, NominationDialogWords::tr("Báo cáo thành tích"), aboutOf(row), QStringLiteral("reportDialog"), parent);
    dialog->setMinimumWidth(Theme::px(760));
    auto* form = new RecordForm<Report>;
    form->lines("about", row.nomination.subject.person ? NominationDialogWords::tr("I. Sơ lược lý lịch") : NominationDialogWords::tr("I. Sơ lược đặc điểm, tình hình"), &Report::about, 2).named("report-about");
    form->lines("achievements", NominationDialogWords::tr("II. Thành tích đạt được"), &Report::achievements, 4).named("report-achievements").required()
        .hint(NominationDialogWords::tr("Câu gợi sẵn chỉ lấy từ dữ liệu trong tệp; điều chương trình không biết xin viết thêm."));
    form->lines("honours", NominationDialogWords::tr("III. Các hình thức đã được khen thưởng"), &Report::honours, 2).named("report-honours");
    form->load(*report);
    form->binder().setReadOnly(!whyNot.isEmpty());
    dialog->setForm(form, form->binder(), NominationDialogWords::tr("Ghi báo cáo"), [&file, form, id = row.id] {
        auto draft = form->draft();
        draft.nomination = id;
        return changesOf(services::ReportService(file).write(draft));
    });
    auto* again = makeButton(NominationDialogWords::tr("Gợi lại từ dữ liệu"), QStringLiteral("refresh"), ButtonKind::Normal, dialog);
    again->setObjectName(QStringLiteral("report-offer"));
    again->setEnabled(whyNot.isEmpty());
    again->setToolTip(whyNot);
    QObject::connect(again, &QPushButton::clicked, dialog, [&file, form, id = row.id] {
        const auto offered = services::ReportService(file).offered(id);
        if (!offered)
            return;
        form->findChild<TextField*>(QStringLiteral("report-about"))->setValue(offered->about);
        form->findChild<TextField*>(QStringLiteral("report-achievements"))->setValue(offered->achievements);
        form->findChild<TextField*>(QStringLiteral("report-honours"))->setValue(offered->honours);
    });
    auto* paper = printing(makeButton(NominationDialogWords::tr("Ghi và in…"), QStringLiteral("print"), ButtonKind::Normal, dialog));
    paper->setObjectName(QStringLiteral("report-print"));
    QObject::connect(paper, &QPushButton::clicked, dialog, [dialog, form, print = std::move(print), readOnly = !whyNot.isEmpty()] {
        const auto show = print;
        if (!readOnly && form->binder().isDirty() && !dialog->save())
            return;
        if (readOnly || dialog->isVisible())
            dialog->reject();
        show();
    });
    dialog->addToFoot(paper);
    dialog->addToFoot(again);
    dialog->open();
}

void openSendBackDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, QWidget* parent)
{
    auto* dialog = new WriteDialog(shell.runner, NominationDialogWords::tr("Trả lại để sửa"), aboutOf(row), QStringLiteral("sendBackDialog"), parent);
    auto* form = new RecordForm<SendBackDraft>(1);
    form->addText(NominationDialogWords::tr("Chỉ những mục đánh dấu mở để sửa; Hội đồng không bỏ phiếu đề nghị này cho đến khi gửi lại."));
    for (std::size_t i = 0; i < domain::EnumCodes<NominationField>::codes.size(); ++i) {
        const auto name = "fields" + std::to_string(i);
        auto* box = new CheckField(review::labelOf(static_cast<NominationField>(i)));
        form->custom(i == 0 ? "fields" : name.c_str(), QString(), box, [box, i](const SendBackDraft& d) { box->setValue(d.marked[i]); },
                     [box, i](SendBackDraft& d) { d.marked[i] = box->value(); }, Wide)
            .named(("correct-" + std::string(domain::toCode(static_cast<NominationField>(i)))).c_str());
    }
    form->lines("reason", NominationDialogWords::tr("Lý do trả lại"), &SendBackDraft::reason, 3).named("sendback-reason").required();
    form->load({});
    dialog->setForm(form, form->binder(), NominationDialogWords::tr("Trả lại để sửa"), [&file, form, id = row.id] {
        const auto draft = form->draft();
        return changesOf(NominationService(file).sendBack(id, fieldsOf(draft), draft.reason));
    });
    dialog->open();
}

void openChangeDialog(Shell& shell, services::SchoolFile& file, const services::NominationRow& row, QWidget* parent)
{
    auto* dialog = new WriteDialog(shell.runner, NominationDialogWords::tr("Sửa đề nghị"), aboutOf(row), QStringLiteral("changeDialog"), parent);
    auto* form = new RecordForm<ChangeDraft>(1);
    std::vector<ChoiceField::Choice> grounds;
    for (const auto ground : services::groundsOf(file.rules(), row.nomination.honour))
        grounds.push_back({std::string(toCode(ground)), review::labelOf(ground)});
    form->choiceOf("ground", NominationDialogWords::tr("Loại hình khen thưởng"), &ChangeDraft::ground, grounds).named("change-ground").required();
    form->date("applicableOn", NominationDialogWords::tr("Ngày áp dụng"), &ChangeDraft::applicableOn).named("change-date").required()
        .hint(NominationDialogWords::tr("Điều kiện được xét lại theo quy định có hiệu lực vào ngày này."));
    form->binder().setValidate([](const ChangeDraft& draft) {
        std::vector<FieldIssue> issues;
        if (!draft.applicableOn)
            issues.push_back({"applicableOn", "nomination.day-missing", {}});
        return issues;
    });
    form->load({std::string(toCode(row.nomination.ground)), row.nomination.applicableOn});
    dialog->setForm(form, form->binder(), NominationDialogWords::tr("Ghi và xét lại"), [&file, form, id = row.id, version = row.version] {
        const auto draft = form->draft();
        return changesOf(NominationService(file).edit(id, {domain::fromCode<domain::Ground>(draft.ground).value_or(domain::Ground::AnnualMerit), *draft.applicableOn}, version));
    });
    dialog->open();
}

void openWithdrawDialog(Shell& shell, services::SchoolFile& file, const std::vector<NominationId>& which, const QString& title, QWidget* parent)
{
    auto* dialog = new WriteDialog(shell.runner, title, NominationDialogWords::tr("Đăng ký và kết quả năm học giữ nguyên; đề nghị đã rút còn xem được ở “⋯ → Đề nghị đã rút” và trong quá trình của từng người, kèm lý do."),
                                  QStringLiteral("withdrawDialog"), parent);
    auto* form = new RecordForm<ReasonDraft>(1);
    form->lines("reason", NominationDialogWords::tr("Lý do rút"), &ReasonDraft::reason, 3).named("withdraw-reason").required();
    form->load({});
    dialog->setForm(form, form->binder(), which.size() == 1 ? NominationDialogWords::tr("Rút đề nghị") : NominationDialogWords::tr("Rút %1 đề nghị").arg(which.size()),
                    [&file, form, which] { return changesOf(NominationService(file).withdraw(which, form->draft().reason)); });
    dialog->open();
}

}
