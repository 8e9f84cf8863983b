macro_rules! tag {
    ($name:ident, $text:expr) => {
        format!("<{0}>{1}</{0}>", stringify!($name), $text)
    };
    ($name:ident) => {
        format!("<{}>", stringify!($name))
    };
}

pub fn page() -> String {
    tag!(b, "hi") + &tag!(br)
}
