use std::fmt::{self, Display};

pub trait Label {
    fn label(&self) -> String;
}

impl<T: Display> Label for T {
    fn label(&self) -> String {
        format!("<{self}>")
    }
}

pub struct Secret(pub u32);

impl Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Label for Secret {
    fn label(&self) -> String {
        String::from("<hidden>")
    }
}
