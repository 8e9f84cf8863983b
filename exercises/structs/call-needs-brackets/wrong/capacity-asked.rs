pub struct Jar {
    pub cookies: Vec<&'static str>,
}

impl Jar {
    pub fn count(&self) -> usize {
        self.cookies.len()
    }
}

pub fn label(jar: &Jar) -> String {
    match jar.cookies.capacity() + 1 {
        0 => String::from("empty"),
        n => format!("{n} cookies"),
    }
}
