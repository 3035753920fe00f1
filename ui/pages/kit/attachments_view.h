// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/attachments/attachment_service.h"
#include "ui/pages/kit/parts.h"

#include <functional>

class QBoxLayout;

namespace thidua::ui {

/// Tệp đính kèm of a record, as a part of its panel: each file with “Mở”, “Xuất ra”, “Gỡ…”, and “Thêm tệp…”; files dropped onto it are added.
class AttachmentsView : public Stack {
    Q_OBJECT
public:
    struct Whose {
        domain::AttachmentOwner owner;
        QString whyNot{};          ///< why nothing may be added or taken off; empty when it may
        std::string part{};        ///< what is added here is that part of the dossier
        bool headed = true;        ///< with the section's head and a sentence while there is none
    };
    AttachmentsView(Shell& shell, services::SchoolFile& file, Whose whose, QWidget* parent = nullptr);
    /// Shows these files only, instead of all that the owner has: of one part of a dossier.
    AttachmentsView(Shell& shell, services::SchoolFile& file, Whose whose, std::vector<services::AttachmentRow> rows, QWidget* parent = nullptr);

    /// Another verb, beside “Thêm tệp…”.
    void besideAdd(QPushButton* button);

    /// What opens a file on the desktop; tests put their own in its place.
    static std::function<void(const QString& path)>& opener();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build(const std::vector<services::AttachmentRow>& rows);
    void addRow(const services::AttachmentRow& row);
    void chooseFile();
    void add(const std::vector<std::filesystem::path>& files);
    void open(const services::AttachmentRow& row);
    void saveOut(const services::AttachmentRow& row);
    void takeOff(const services::AttachmentRow& row);

    Shell& m_shell;
    services::SchoolFile& m_file;
    Whose m_whose;
    QBoxLayout* m_foot = nullptr;
};

}
