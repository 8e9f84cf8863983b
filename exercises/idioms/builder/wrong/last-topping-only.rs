#[derive(Debug, PartialEq)]
pub struct Pizza {
    pub size: u32,
    pub toppings: Vec<String>,
}

#[derive(Default)]
pub struct Builder {
    size: Option<u32>,
    toppings: Vec<String>,
}

impl Pizza {
    pub fn builder() -> Builder {
        Builder::default()
    }
}

impl Builder {
    pub fn size(mut self, size: u32) -> Self {
        self.size = Some(size);
        self
    }

    pub fn topping(mut self, name: &str) -> Self {
        self.toppings = vec![name.to_string()];
        self
    }

    pub fn build(self) -> Result<Pizza, String> {
        let size = self.size.ok_or("size is missing")?;
        if self.toppings.len() > 3 {
            return Err("too many toppings".into());
        }
        Ok(Pizza {
            size,
            toppings: self.toppings,
        })
    }
}
