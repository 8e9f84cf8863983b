use std::fmt::Display;

pub trait Label {
    fn label(&self) -> String;
}

impl<T: Display> Label for T {
    fn label(&self) -> String {
        format!("<{self}>")
    }
}

pub struct Secret(pub u32);

impl Label for Secret {
    fn label(&self) -> String {
        String::from("<hidden>")
    }
}
