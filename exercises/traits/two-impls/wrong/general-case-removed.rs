pub trait Label {
    fn label(&self) -> String;
}

impl Label for i32 {
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
