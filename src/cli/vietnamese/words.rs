//! What each command and option is for, in Vietnamese.

/// The words of a command (`id` empty), of its examples (`examples`) or of one of its arguments. What several commands
/// have in common is said once.
pub(super) fn find(command: &str, id: &str) -> Option<&'static str> {
    let of = |table: &'static [(&str, &str, &str)], command: &str| {
        table.iter().find(|(path, name, _)| *path == command && *name == id).map(|(_, _, words)| *words)
    };
    of(COMMANDS, command).or_else(|| if id.is_empty() || id == "examples" { None } else { of(COMMON, "") })
}

const COMMON: &[(&str, &str, &str)] = &[
    ("", "lang", "Ngôn ngữ của lời báo: vi, en [mặc định: theo hệ thống, không phải tiếng Việt thì tiếng Anh]"),
    ("", "help", "In lời trợ giúp này"),
    ("", "version", "In số phiên bản"),
    ("", "dir", "Thư mục chứa handbook.toml [mặc định: thư mục hiện tại]"),
    ("", "json", "In một tài liệu JSON ra đầu ra chuẩn"),
    ("", "subcommand", "Lệnh cần xem"),
];

const COMMANDS: &[(&str, &str, &str)] = &[
    ("", "", "Biến một thư mục các chương Markdown thành trang web nhiều ngôn ngữ."),
    (
        "",
        "examples",
        "  camnang new so-tay      tạo một cẩm nang để bắt đầu
  camnang serve so-tay    vừa viết vừa đọc trong trình duyệt
  camnang build so-tay    ghi trang web vào so-tay/public",
    ),
    ("help", "", "In trợ giúp của một lệnh"),
    ("new", "", "Tạo một cẩm nang hai ngôn ngữ chạy được ngay để bắt đầu"),
    (
        "new",
        "examples",
        "  camnang new so-tay
  camnang new so-tay && camnang serve so-tay --open",
    ),
    ("new", "dir", "Thư mục cần tạo; phải trống hoặc chưa có"),
    ("build", "", "Ghi trang web"),
    (
        "build",
        "examples",
        "  camnang build                          cẩm nang ở thư mục này, ghi vào public/
  camnang build docs --out /srv/www      thư mục khác, ghi ra nơi khác
  camnang build --locale vi --locale en  trang web chỉ gồm hai ngôn ngữ này
  camnang build --print                  kèm PDF của mọi sách và mọi trang
  camnang build --json > build.json      kết quả cho chương trình khác đọc",
    ),
    ("build", "out", "Nơi ghi trang web [mặc định: public trong thư mục cẩm nang]"),
    ("build", "print", "In cả sách và trang ra PDF, trang web dẫn tới các tệp ấy"),
    ("build", "locales", "Chỉ dựng ngôn ngữ này; có thể ghi nhiều lần"),
    ("build", "epub", "Làm cả sách điện tử mỗi ngôn ngữ, nêu ở trang đầu"),
    ("build", "bundle", "Đóng cả gói ZIP mỗi ngôn ngữ, để đọc từ ổ đĩa"),
    ("build", "single", "Ghi cả mỗi ngôn ngữ thành một tệp HTML"),
    ("build", "timings", "Cho biết mỗi bước mất bao lâu"),
    ("print", "", "Ghi sách in và các trang in thành PDF"),
    (
        "print",
        "examples",
        "  camnang print                                      mọi sách và mọi trang, vào public/print
  camnang print --locale vi --format book-a5         một cuốn
  camnang print --imposition booklet --sheet press   tờ in cho nhà in, có dấu cắt và tràn lề
  camnang print --cover --cards                      bìa và thẻ của mọi sách
  camnang print --page ke-hoach/index.md --out out   một trang, mọi ngôn ngữ",
    ),
    ("print", "locales", "Chỉ in ngôn ngữ này; có thể ghi nhiều lần"),
    (
        "print",
        "formats",
        "Chỉ in sách dạng này, có thể ghi nhiều lần: book-a5 (A5, hai mặt, đóng gáy), book-a4 (A4, hai mặt, đóng gáy), \
         reading-a4 (A4, một mặt, để đọc)",
    ),
    ("print", "page", "Chỉ in trang này: đường dẫn tính từ thư mục nội dung"),
    (
        "print",
        "imposition",
        "Xếp trang sách lên tờ in, không ghi dạng thì dùng book-a5: booklet (gấp rồi ghim hoặc khâu), 2up (hai trang một \
         tờ), 4up (bốn trang một tờ)",
    ),
    (
        "print",
        "sheet",
        "Giấy in sách gấp: office (khổ A, máy in văn phòng, không xén), press (khổ SRA, tràn lề, có dấu, xén sau khi in) \
         [mặc định: print.sheet trong handbook.toml, không có thì office]",
    ),
    ("print", "cover", "Làm bìa sách, gáy rộng theo số trang và giấy"),
    ("print", "cards", "Làm thẻ từ các đoạn :::card, bốn và mười thẻ một tờ A4"),
    ("print", "draft", "In chữ “BẢN THẢO” chéo mỗi trang"),
    ("print", "out", "Nơi ghi thư mục print [mặc định: public trong thư mục cẩm nang]"),
    ("print", "fonts", "Tìm phông chữ ở đây thay vì ở hệ thống; có thể ghi nhiều lần"),
    ("serve", "", "Mở trang web trong trình duyệt và cập nhật mỗi lần lưu"),
    (
        "serve",
        "examples",
        "  camnang serve                   thư mục này, tại http://localhost:3000/
  camnang serve docs --open       thư mục khác, và mở trình duyệt
  camnang serve --port 8080
  camnang serve --host 0.0.0.0    cho thiết bị khác trong mạng cùng đọc",
    ),
    ("serve", "port", "Cổng [mặc định: 3000, đã dùng thì cổng trống kế tiếp]"),
    ("serve", "host", "Địa chỉ lắng nghe; địa chỉ khác 127.0.0.1 cho máy khác vào [mặc định: 127.0.0.1]"),
    ("serve", "open", "Mở trình duyệt"),
    ("serve", "poll", "Tự xem thay đổi mỗi giây thay vì chờ báo (ổ đĩa mạng)"),
    ("serve", "timings", "Cho biết mỗi bước của mỗi lần dựng mất bao lâu"),
    ("check", "", "Tìm lỗi mà không ghi gì"),
    (
        "check",
        "examples",
        "  camnang check                  mọi lỗi của cẩm nang ở thư mục này
  camnang check docs --json      như trên, cho chương trình khác đọc",
    ),
    ("check", "sarif", "In kết quả dạng SARIF 2.1.0, cho nơi lưu mã nguồn"),
    ("check", "external", "Hỏi các trang khác xem nơi cẩm nang dẫn tới còn không"),
    ("check", "days", "Câu trả lời tốt của trang khác được tin trong mấy ngày; 0 thì hỏi lại tất cả [mặc định: 7]"),
    ("translate", "", "Giữ bản dịch theo kịp bản gốc: danh mục câu dịch, tình trạng, lỗi"),
    ("translate extract", "", "Ghi các câu cần dịch vào danh mục (i18n/*.po), giữ nguyên những gì đã dịch"),
    (
        "translate extract",
        "examples",
        "  camnang translate extract
  camnang translate extract docs --json",
    ),
    ("translate status", "", "Đếm câu đã dịch, chờ soát, còn thiếu, theo ngôn ngữ và trang"),
    (
        "translate status",
        "examples",
        "  camnang translate status
  camnang translate status docs --json",
    ),
    ("translate check", "", "Tìm câu dịch làm mất liên kết, con số, chỗ điền, hoặc chưa dịch"),
    (
        "translate check",
        "examples",
        "  camnang translate check
  camnang translate check docs --json",
    ),
    ("translate stamp", "", "Ghi vào trang dịch nó được dịch từ bản gốc nào"),
    (
        "translate stamp",
        "examples",
        "  camnang translate stamp                               các trang chưa có mốc
  camnang translate stamp --page content/en/index.md    một trang đã sửa theo bản gốc
  camnang translate stamp --all                         cả trang đã cũ, sau khi đã xem lại",
    ),
    ("translate stamp", "pages", "Chỉ ghi mốc trang này, kể cả khi đã cũ; có thể ghi nhiều lần"),
    ("translate stamp", "all", "Ghi mốc cả các trang đã cũ"),
    ("translate stamp", "date", "Ngày dịch, viết NĂM-THÁNG-NGÀY như 2026-11-20 [mặc định: hôm nay]"),
    ("bundle", "", "Đóng gói một ngôn ngữ để đọc khi không có mạng"),
    (
        "bundle",
        "examples",
        "  camnang bundle --locale vi                  handbook-vi.zip, giải nén rồi mở trên mọi thiết bị
  camnang bundle docs --locale vi --single    handbook-vi.html, một tệp để gửi vào điện thoại
  camnang bundle --locale vi --out /media/usb/cam-nang.zip",
    ),
    ("bundle", "locale", "Ngôn ngữ cần đóng gói"),
    ("bundle", "out", "Tệp cần ghi [mặc định: handbook-L.zip hoặc .html ở thư mục hiện tại]"),
    ("bundle", "single", "Một tệp HTML chứa mọi trang, thay cho ZIP"),
    ("bundle", "pdf", "Bỏ cả cuốn sách dạng PDF vào ZIP"),
    ("explain", "", "Giải thích mã của một lỗi và cách sửa"),
    (
        "explain",
        "examples",
        "  camnang explain E0420      ý nghĩa của mã
  camnang explain            mọi mã",
    ),
    ("explain", "code", "Mã, ví dụ E0420; bỏ trống thì in mọi mã"),
    ("theme", "", "Xem cẩm nang có thể thay những gì của giao diện"),
    ("theme", "examples", "  camnang theme list"),
    ("theme list", "", "Liệt kê khuôn mẫu, kiểu dáng, chữ mà cẩm nang thay được bằng tệp cùng tên"),
    (
        "theme list",
        "examples",
        "  camnang theme list
  camnang theme list docs --json",
    ),
    ("completions", "", "Ghi đoạn mã tự hoàn thành lệnh cho một shell"),
    (
        "completions",
        "examples",
        "  camnang completions bash > ~/.local/share/bash-completion/completions/camnang
  camnang completions fish > ~/.config/fish/completions/camnang.fish",
    ),
    ("completions", "shell", "Shell cần ghi: bash, elvish, fish, powershell, zsh"),
    ("man", "", "Ghi trang hướng dẫn: một trang cho chương trình và một trang cho mỗi lệnh"),
    (
        "man",
        "examples",
        "  camnang man ~/.local/share/man/man1
  man camnang-check",
    ),
    ("man", "dir", "Thư mục để ghi các trang; chưa có thì được tạo"),
];
