pub trait Plugin {
    fn name(&self) -> String;
    fn copy(&self) -> Box<dyn Plugin>;
}

pub struct Zip(pub u32);

impl Plugin for Zip {
    fn name(&self) -> String {
        format!("zip{}", self.0)
    }

    fn copy(&self) -> Box<dyn Plugin> {
        Box::new(Zip(self.0))
    }
}

pub fn names(list: &[Box<dyn Plugin>]) -> Vec<String> {
    list.iter().map(|plugin| plugin.name()).collect()
}
