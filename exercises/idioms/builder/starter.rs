#[derive(Debug, PartialEq)]
pub struct Pizza {
    pub size: u32,
    pub toppings: Vec<String>,
}

pub struct Builder;

impl Pizza {
    pub fn builder() -> Builder {
        todo!()
    }
}

// Write the methods of Builder here.
