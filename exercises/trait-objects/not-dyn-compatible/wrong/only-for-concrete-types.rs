pub trait Plugin {
    fn name(&self) -> String;
    fn copy(&self) -> Self
    where
        Self: Sized;
}

pub struct Zip(pub u32);

impl Plugin for Zip {
    fn name(&self) -> String {
        format!("zip{}", self.0)
    }

    fn copy(&self) -> Self {
        Zip(self.0)
    }
}

pub fn names(list: &[Box<dyn Plugin>]) -> Vec<String> {
    list.iter().map(|plugin| plugin.name()).collect()
}
