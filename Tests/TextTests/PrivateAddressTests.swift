import Testing

@testable import Text

@Suite struct PrivateAddressTests {
  @Test(arguments: [
    ("https://docs.google.com/document/d/1a2b/edit?usp=sharing", "Google Docs"),
    ("https://docs.google.com/spreadsheets/d/1a2b/", "Google Docs"),
    ("https://docs.google.com/forms/d/1a2b/edit", "Google Docs"),
    ("https://drive.google.com/file/d/1a2b/view", "Google Drive"),
    ("https://drive.google.com/drive/folders/1a2b", "Google Drive"),
    ("https://clinic.sharepoint.com/:w:/r/sites/x/a.docx", "SharePoint"),
    ("https://clinic-my.sharepoint.com/personal/ann/Documents/a.pdf", "SharePoint"),
    ("https://onedrive.live.com/edit.aspx?resid=1", "OneDrive"),
    ("https://www.dropbox.com/home/Clinic?preview=a.pdf", "Dropbox"),
    ("https://www.notion.so/Plan-0123456789abcdef0123456789abcdef?pvs=4", "Notion"),
    ("https://mail.google.com/mail/u/0/#inbox/1", "a mailbox"),
  ])
  func isPrivate(_ address: String, _ place: String) {
    #expect(PrivateAddress.place(of: Array(address.utf8)) == place)
    #expect(PrivateAddress.place(of: Array(address.uppercased().utf8)) == nil)
  }

  @Test(arguments: [
    "", "https://", "https:/docs.google.com", "https://docs.google.com",
    "https://docs.google.com.example/d/1",
    "https://docs.google.com/forms/d/e/1a/viewform", "https://docs.google.com/document/d/e/2PACX-1/pub",
    "https://drive.google.com/file/d/1a2b/view?usp=sharing", "https://drive.google.com/uc?id=1",
    "https://clinic.sharepoint.com/:b:/g/personal/ann/1a2b", "https://1drv.ms/b/s!1a2b3c4d5e6f",
    "https://onedrive.live.com/?authkey=1&id=2", "https://www.dropbox.com/s/1a2b/a.pdf?dl=0",
    "https://www.dropbox.com/scl/fi/1a2b/a.pdf", "https://www.notion.so/product/calendar",
    "https://www.google.com/maps/place/1", "https://forms.gle/1a2b3c4d5e6f", "https://www.nhs.uk/conditions/",
    "https://support.microsoft.com/office.com/x", "mailto:desk@docs.google.com",
  ])
  func isForEverybody(_ address: String) { #expect(PrivateAddress.place(of: Array(address.utf8)) == nil) }
}
